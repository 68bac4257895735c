using System.Text;
using System.Text.RegularExpressions;
using Graph.Query.Binding;

namespace Graph.Query.Tests.Binding;

/// <summary>
/// Mistakes, each with its marks in the query and every message word for word, in the order in which they count.
/// </summary>
public sealed class MistakeTests
{
    public static TheoryData<string> ClosedCases => new(BindingFixture.ReadCases("Mistakes.closed.txt"));

    public static TheoryData<string> OpenCases => new(BindingFixture.ReadCases("Mistakes.open.txt"));

    [Theory]
    [MemberData(nameof(ClosedCases))]
    public void EveryMistakeOnAClosedGraphIsMarkedAndNamed(string expected) => AssertMistakes(expected, BindingFixture.Closed);

    [Theory]
    [MemberData(nameof(OpenCases))]
    public void EveryMistakeOnAnOpenGraphIsMarkedAndNamed(string expected) => AssertMistakes(expected, BindingFixture.Open);

    private static void AssertMistakes(string expected, GraphCatalog catalog)
    {
        var query = Regex.Replace(expected, "\n  GR[0-9]{4} .*|[⟦⟧]", "");
        var result = BindingFixture.Bind(query, catalog);
        Assert.Equal(expected, Render(query, result.Diagnostics));
        Assert.Equal(result.Statement is null, result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    private static string Render(string query, IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        for (var i = 0; i <= query.Length; i++)
        {
            text.Insert(text.Length, "⟧", diagnostics.Count(diagnostic => diagnostic.Span.End == i));
            text.Insert(text.Length, "⟦", diagnostics.Count(diagnostic => diagnostic.Span.Start == i));
            if (i < query.Length)
                text.Append(query[i]);
        }

        foreach (var diagnostic in diagnostics)
            text.Append($"\n  {diagnostic.Id} {Describe(diagnostic)}: {diagnostic.Message}");
        return text.ToString();
    }

    private static string Describe(Diagnostic diagnostic) => (diagnostic.Severity, diagnostic.ErrorClass) switch
    {
        (DiagnosticSeverity.Error, { } errorClass) => $"{errorClass.Type} {errorClass.Detail}",
        (DiagnosticSeverity.Error, null) => "error",
        _ => "warning",
    };
}
