// name: Cast :many
// Who acted in a film, given by its key.
MATCH (p:Person)-[r:ACTED_IN]->(:Movie {key: $movie}) RETURN p.name AS name, r.part AS part ORDER BY name;

// name: Directors :many
MATCH (p:Person)-[:DIRECTED]->(m:Movie) RETURN p AS person, collect(m.name) AS movies ORDER BY p.name;

// name: FilmOf :one
MATCH (m:Movie {key: $key}) RETURN m AS movie, m.released AS released;

// name: MaybeFilm :one?
MATCH (m:Movie {key: $key}) RETURN m.name AS name;

// name: CountFilms :scalar
MATCH (m:Movie) RETURN count(m) AS films;

// name: BestRating :scalar
MATCH (m:Movie) RETURN max(m.rating) AS best;

// name: HasActed :exists
MATCH (:Person {key: $person})-[:ACTED_IN]->() RETURN 1 AS one;

// name: AllNames :stream
MATCH (e:Entity) RETURN e.name AS name ORDER BY name;

// name: ReleasedSince :many
// param: $since INTEGER NULL
MATCH (m:Movie) WHERE $since IS NULL OR m.released >= $since RETURN m.name AS name, m.released AS released ORDER BY name;

// name: BornBefore :many
MATCH (p:Person) WHERE p.born < $day RETURN p.name AS name, p.born AS born ORDER BY name;

// name: Together :many
MATCH (a:Person)-[:ACTED_IN]->(m)<-[:ACTED_IN]-(b:Person) WHERE a.key < b.key RETURN a.name AS first, b.name AS second, m.name AS movie ORDER BY first, second;

// name: Of :many
// param: $person NODE
MATCH (p)-[r]->(m:Movie) WHERE p = $person RETURN type(r) AS role, m.name AS movie ORDER BY role, movie;
