-- Whoever joined a complaint, or spoke for it before another did, is found among all files when their data is asked for or erased.
create index events_shared on events (complaint) where type in ('PartyJoined', 'SpeakerChanged');
