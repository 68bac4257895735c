using Films;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(Sample.Build());
var app = builder.Build();
app.MapGet("/cast/{movie}", (string movie, FilmGraph films) => films.Cast(movie));
app.MapGet("/movies/{key}", (string key, FilmGraph films) => films.FindMovie(key) is { } movie ? Results.Ok(movie) : Results.NotFound());

// Answers two questions to itself and leaves, so that a build can try it.
await app.StartAsync();
using var client = new HttpClient();
Console.WriteLine(await client.GetStringAsync($"{app.Urls.First()}/cast/rain"));
Console.WriteLine(await client.GetStringAsync($"{app.Urls.First()}/movies/rain"));
await app.StopAsync();
