// posts by their last word
MATCH (m:Post) WHERE m.content ENDS WITH 'always' OR m.content ENDS WITH 'winter' RETURN m.language AS l, count(*) AS c ORDER BY l
