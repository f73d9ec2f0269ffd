-- The id of a message can hold a phone number, so it is sealed; what stands in message_id in clear is sealed and cleared when the file is opened.
ALTER TABLE link ADD COLUMN account_id TEXT;
ALTER TABLE link ADD COLUMN message_sealed BLOB;
CREATE INDEX link_message_in_clear ON link (code) WHERE message_id IS NOT NULL;
