// Who sent or promised soldiers, in which words?
MATCH (who:Actor)-[r:SENT_TROOPS_TO|PLEDGED_TROOPS_TO]->(to)
RETURN type(r) AS what, who.name AS who, to.name AS to, r.troops AS troops, quote(r) AS quote
ORDER BY what, who, troops, quote;
