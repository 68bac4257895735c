// groups of comments by day, browser and language, the largest
MATCH (c:Comment)
RETURN c.creationDate AS day, c.browser AS browser, c.language AS language, count(*) AS comments, max(c.length) AS longest ORDER BY comments DESC, day, browser, language LIMIT 10
