// name: MembersOf :many
// The members of an alliance, given by its key, and since when.
MATCH (member:Country)-[m:MEMBER_OF]->(:Alliance {key: $alliance})
RETURN member.name AS member, min(m.since) AS since
ORDER BY member;

// name: AskedInVain :many
// Who asked whom for help and was refused, with the articles that say so.
MATCH (asker:Actor)-[asked:REQUESTED_HELP_FROM]->(helper:Actor)-[refused:REFUSED_HELP_TO]->(asker)
RETURN asker, helper, asked.on AS asked, refused.on AS refused, sources([asked, refused]) AS articles
ORDER BY asker.name, helper.name, asked, refused;
