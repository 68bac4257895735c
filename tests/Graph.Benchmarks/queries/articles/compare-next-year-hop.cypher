// Membership, then an acquisition by that organization in the year after, then a deal of the bought one the year after that.
MATCH (p:Person)-[m:MEMBER_OF]->(o:Organization)-[q:ACQUIRED]->(t:Organization)-[d:SIGNED_DEAL_WITH]->(x:Organization)
WHERE q.year = m.year + 1 AND d.year = q.year + 1
RETURN m.year, p.country = x.country AS home, count(*) AS chains ORDER BY m.year, home
