// Events with all their participants, and where it says so.
MATCH (e:Event)-[role]->(who)
WITH e, role, who ORDER BY type(role), who.name
RETURN e.kind AS event, e.on AS on, collect(type(role) + ' ' + who.name) AS participants, head(sources(e)).title AS source
ORDER BY on, event;
