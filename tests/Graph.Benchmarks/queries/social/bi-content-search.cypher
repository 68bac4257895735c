// messages with two words by language
MATCH (m:Message) WHERE m.content CONTAINS 'river' AND m.content CONTAINS 'winter' RETURN m.language AS l, count(*) AS c ORDER BY l
