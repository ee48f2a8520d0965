//! How much people can type, for what reads it and for the description of the API.

/// Characters of an e-mail address.
pub const EMAIL: usize = 254;
/// Characters of a name of a person, a corporation or a business.
pub const NAME: usize = 100;
/// Characters of a postal address.
pub const ADDRESS: usize = 200;
/// Bytes of a file's name.
pub const FILE_NAME: usize = 255;
/// Characters of a claimant's note or basis.
pub const NOTE: usize = 1_000;
/// Characters of a decision's note.
pub const DECISION: usize = 2_000;
/// Characters that a reason needs at least: one word explains nothing.
pub const SHORTEST_REASON: usize = 10;
/// Characters that a reason may have.
pub const LONGEST_REASON: usize = 500;
/// Characters of a notice's title.
pub const NOTICE_TITLE: usize = 100;
/// Characters of a notice.
pub const NOTICE: usize = 2_000;
/// Characters of a message's title.
pub const MESSAGE_TITLE: usize = 100;
/// Characters of a message of the firm.
pub const MESSAGE: usize = 2_000;
/// Items on a page of a list.
pub const PAGE: i64 = 200;
