-- 0031_notification_preferences.sql
-- Why: people choose what they are told of and how. Security and billing have no topic here, so nothing can switch them off.
-- Lock: none, a new table only.
CREATE TABLE notification_preferences (
    user_id bigint NOT NULL REFERENCES users,
    topic   text NOT NULL CONSTRAINT notification_preferences_topic_can_be_switched CHECK (topic IN ('renewals', 'support', 'news')),
    channel text NOT NULL CONSTRAINT notification_preferences_channel_known CHECK (channel IN ('sms', 'email')),
    is_on   boolean NOT NULL,
    CONSTRAINT notification_preferences_once_each PRIMARY KEY (user_id, topic, channel)
);
