// name: TroopsAtLeast :many
// Who sent at least so many soldiers, where to, and in which words an article says it.
MATCH (sender:Actor)-[sent:SENT_TROOPS_TO]->(place:Place)
WHERE sent.troops >= $least
RETURN sender.name AS sender, place.name AS place, sent.troops AS troops, quote(sent) AS quote
ORDER BY troops DESC, sender, place, quote;

// name: CountMentions :scalar
// How many times articles name an entity, given by its key.
MATCH (:Article)-[m:MENTIONS]->(:Entity {key: $entity})
RETURN count(m) AS mentions;

// name: Leader :one?
// Who leads an organization, given by its name, and since when: the last who began.
MATCH (leader:Actor)-[leads:LEADS]->(:Organization {name: $organization})
RETURN leader.name AS leader, leads.since AS since
ORDER BY since DESC, leader
LIMIT 1;
