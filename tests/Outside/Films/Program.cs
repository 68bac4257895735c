using Films;

using var films = Sample.Build();
foreach (var member in films.Cast("rain"))
    Console.WriteLine($"{member.Name}: {member.Part ?? "unnamed"}");
Console.WriteLine(films.CountFilms());
