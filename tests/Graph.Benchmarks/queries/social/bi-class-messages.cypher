// messages by class of tag
MATCH (k:TagClass)<-[:HAS_TYPE]-(t:Tag)<-[:HAS_TAG]-(m:Message) RETURN k.name AS n, count(DISTINCT m.id) AS c, count(*) AS x ORDER BY n
