REVOKE UPDATE (loss_id) ON evidence FROM registry_app;
