-- A file that is listed no more let go of its loss, so that the loss can be removed: until now the record of a file that was
-- taken off or replaced held its loss for ever. Rows and columns stay as they are, so nothing is captured anew.

GRANT UPDATE (loss_id) ON evidence TO registry_app;
