// first likes within the same month as becoming friends
// peers: MATCH (a:Person)-[k:KNOWS]->(b:Person)<-[:HAS_CREATOR]-(m:Post)<-[l:LIKES]-(a) WHERE left(l.creationDate, 7) = left(k.creationDate, 7) AND l.creationDate >= k.creationDate RETURN left(k.creationDate, 7) AS mo, count(*) AS n, count(DISTINCT a.id) AS aa, count(DISTINCT b.id) AS bb ORDER BY mo
MATCH (a:Person)-[k:KNOWS]->(b:Person)<-[:HAS_CREATOR]-(m:Post)<-[l:LIKES]-(a) WHERE left(toString(l.creationDate), 7) = left(toString(k.creationDate), 7) AND l.creationDate >= k.creationDate
RETURN left(toString(k.creationDate), 7) AS mo, count(*) AS n, count(DISTINCT a.id) AS aa, count(DISTINCT b.id) AS bb ORDER BY mo
