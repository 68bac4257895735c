// places with many visits
// peers: MATCH (l:Place) WHERE COUNT { MATCH (l)<-[:VISITED]-(:Person) } > 40 RETURN l.id AS i ORDER BY i LIMIT 100
MATCH (l:Place) WHERE COUNT { (l)<-[:VISITED]-(:Person) } > 40 RETURN l.id AS i ORDER BY i LIMIT 100
