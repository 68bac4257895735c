// What was attacked in Almaty, and who says so?
MATCH (who:Actor)-[attack:ATTACKED]->(what:Place)
WHERE what.name ~= 'almaty' OR (what)-[:LOCATED_IN]->(:City {key: 'almaty'})
OPTIONAL MATCH (source:Person {key: attack.claimedBy})
RETURN who.name AS who, what.name AS what, attack.certainty AS certainty, sentence(attack) AS sentence
ORDER BY who, what, sentence;
