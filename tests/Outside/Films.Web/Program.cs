using Films;
using Graph.Query;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(new QueryEngine(Sample.Build()));
var app = builder.Build();
app.MapGet("/cast/{movie}", (string movie, QueryEngine engine) => engine.Cast(movie));

// Answers one question to itself and leaves, so that a build can try it.
await app.StartAsync();
using var client = new HttpClient();
Console.WriteLine(await client.GetStringAsync($"{app.Urls.First()}/cast/rain"));
await app.StopAsync();
