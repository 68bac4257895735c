using Films;
using Graph.Query;

var engine = new QueryEngine(Sample.Build());
foreach (var member in engine.Cast("rain"))
    Console.WriteLine($"{member.Name}: {member.Part ?? "unnamed"}");
Console.WriteLine(engine.CountFilms());
