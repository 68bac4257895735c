// Which country once asked the alliance for help in vain, and later promised soldiers to it?
// The request stands in an English article, the promise in a Dutch one.
MATCH (c:Country)-[asked:REQUESTED_HELP_FROM]->(a:Alliance)-[refused:REFUSED_HELP_TO]->(c),
      (c)-[pledged:PLEDGED_TROOPS_TO]->(a)
RETURN DISTINCT c.name AS country, asked.on AS asked, pledged.on AS pledged, pledged.troops AS troops,
       [s IN sources([asked, pledged]) | s.language + ': ' + s.title] AS sources;
