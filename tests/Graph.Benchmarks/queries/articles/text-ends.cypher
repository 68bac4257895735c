// organizations by the last word and a digit
MATCH (o:Organization) WHERE o.name ENDS WITH '7' AND o.name CONTAINS 'Union' RETURN count(*) AS c
