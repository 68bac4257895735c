using System.Globalization;
using System.Text.RegularExpressions;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Binding;

/// <summary>Messages in which each piece of query language stands between ‹ and ›.</summary>
internal static class MarkedHints
{
    private const string UndefinedVariable = "GR2001";

    // Where the piece can stand in a query: it is one, or a value, clauses, a pattern or the end of a projection.
    private static readonly string[] Places = ["{0}", "RETURN {0}", "{0} RETURN 1 AS one", "MATCH {0} RETURN 1 AS one",
        "WITH * {0} RETURN 1 AS one", "WITH 1 AS one {0} RETURN one"];

    public static string Unmark(string message) => message.Replace("‹", "").Replace("›", "");

    /// <summary>Each piece parses and binds in one of the places, once the names that it uses are there.</summary>
    public static void AssertAccepted(string message)
    {
        foreach (Match piece in Regex.Matches(message, "‹([^›]*)›"))
        {
            var answers = Places.Select(place => Check(string.Format(CultureInfo.InvariantCulture, place, piece.Groups[1].Value))).ToList();
            Assert.True(answers.Contains(""), $"{piece.Value}\n{string.Join('\n', answers)}");
        }
    }

    // The first mistake, or an empty text.
    private static string Check(string query)
    {
        var undefined = Mistakes(query)
            .Where(mistake => mistake.Id == UndefinedVariable)
            .Select(mistake => query.Substring(mistake.Span.Start, mistake.Span.Length))
            .Distinct()
            .ToList();
        var before = string.Concat(undefined.Select(Define));
        var complete = before.Length == 0 ? query : $"{before}WITH {string.Join(", ", undefined)} {query}";
        return Mistakes(complete).Select(mistake => $"{complete}: {mistake.Message}").FirstOrDefault("");
    }

    private static string Define(string name) => name switch
    {
        "a" or "b" or "m" or "n" => $"MATCH ({name}) ",
        "r" => "MATCH ()-[r]->() ",
        "p" or "path" => $"MATCH {name} = ()-->() ",
        _ => $"UNWIND ${name} AS {name} ",
    };

    private static IEnumerable<Diagnostic> Mistakes(string query)
    {
        var source = new SourceText(query);
        var parsed = QueryParser.ParseStatement(source);
        var diagnostics = parsed.Syntax is null ? parsed.Diagnostics : Binder.Bind(parsed.Syntax, source, BindingFixture.Open).Diagnostics;
        return diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
