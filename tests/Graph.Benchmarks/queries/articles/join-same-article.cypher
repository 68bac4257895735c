// articles that tell of a visit and a deal
MATCH (:Person)-[r:VISITED]->(:Place) WITH DISTINCT r.article AS i MATCH (:Organization)-[s:SIGNED_DEAL_WITH]->(:Organization) WHERE s.article = i RETURN count(*) AS c
