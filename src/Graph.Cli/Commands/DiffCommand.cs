using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Snapshots;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>
/// <c>graph diff A B</c>: what is added, removed and changed from one corpus or stored graph to another; with <c>--agreement</c>, how far
/// two annotators of the same articles agree.
/// </summary>
internal static class DiffCommand
{
    private static readonly string[] Formats = ["text", "markdown", "json"];

    /// <summary>So many of the articles that are left out are named.</summary>
    private const int NamedArticles = 5;

    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var first = new Argument<string>("a") { Description = "A file, folder or .graph.", HelpName = "A" };
        var second = new Argument<string>("b") { Description = "The same, to compare with it.", HelpName = "B" };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How the differences are written.",
            HelpName = string.Join('|', Formats),
            DefaultValueFactory = _ => Formats[0]
        };
        format.AcceptOnlyFromAmong(Formats);
        var agreement = new Option<bool>("--agreement")
        {
            Description = "How far the annotators of A and B agree: precision, recall and F1 of mentions, Cohen's kappa on tokens, by type."
        };
        var annotators = new Option<string[]>("--annotators")
        {
            Description = "Read of A what the first made, of B what the second made.",
            HelpName = "NAME NAME",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true
        };
        var command = new Command("diff", "Compare two corpora or stored graphs.") { first, second, format, agreement, annotators };
        options.AddLoading(command);
        command.SetAction(parse =>
        {
            var names = parse.GetValue(annotators);
            LoadSettings Load(string path, int side) => LoadSettings.From(parse, options, [path]) is var settings && names is [_, _]
                ? settings with { Annotator = names[side] }
                : settings;
            return Run(
                host,
                Load(parse.GetRequiredValue(first), 0),
                Load(parse.GetRequiredValue(second), 1),
                parse.GetRequiredValue(format),
                parse.GetValue(agreement));
        });
        return command;
    }

    private static int Run(CommandHost host, LoadSettings first, LoadSettings second, string format, bool showsAgreement)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(first.Display);
        if (Session.Open(host, first, diagnostics, interrupt.Token) is not { } before
            || Session.Open(host, second, diagnostics, interrupt.Token) is not { } after)
            return ExitCode.Failure;

        if (showsAgreement)
        {
            var report = AnnotatorAgreement.Measure(before.Store, after.Store);
            WriteAgreement(report.Types, format, host.Output);
            WriteLeftOut(report, host.Error);
            return report.Articles > 0 ? ExitCode.Success : ExitCode.Failure;
        }

        var changes = GraphDifference.Find(before.Store, after.Store);
        WriteChanges(changes, format, host.Output);
        if (format != "json")
            host.Error.Write($"{Summarize(changes)}\n");
        return changes.IsEmpty ? ExitCode.Success : ExitCode.Failure;
    }

    private static string Summarize(ImmutableArray<GraphChange> changes) => changes.IsEmpty
        ? "no difference"
        : string.Join(
            ", ",
            changes
                .GroupBy(change => (change.Subject, change.Kind))
                .Select(group => $"{Count(group.Count(), group.Key.Subject)} {Name(group.Key.Kind)}"));

    private static string Count(int count, string subject)
    {
        var name = count == 1 ? subject : subject == "entity" ? "entities" : $"{subject}s";
        return $"{count.ToString("N0", CultureInfo.InvariantCulture)} {name}";
    }

    private static void WriteChanges(ImmutableArray<GraphChange> changes, string format, TextWriter output)
    {
        switch (format)
        {
            case "json":
                JsonText.Write(output, json => WriteJson(json, changes));
                break;
            case "markdown":
                output.Write("| change | what | before | after | sentence |\n|---|---|---|---|---|\n");
                foreach (var change in changes)
                    output.Write(
                        $"| {Name(change.Kind)} | {change.Subject} | {Cell(change.Before)} | {Cell(change.After)} | "
                            + $"{Cell(change.Sentence)} |\n");
                break;
            default:
                foreach (var change in changes)
                    WriteText(change, output);
                break;
        }
    }

    private static void WriteText(GraphChange change, TextWriter output)
    {
        output.Write($"{change.Subject} {Name(change.Kind)}\n");
        if (change.Before is { } before)
            output.Write($"  - {Line(before)}\n");
        if (change.After is { } after)
            output.Write($"  + {Line(after)}\n");
        if (change.Sentence is { } sentence)
            output.Write($"    {Line(sentence)}\n");
    }

    private static void WriteJson(Utf8JsonWriter json, ImmutableArray<GraphChange> changes)
    {
        json.WriteStartArray();
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("change", Name(change.Kind));
            json.WriteString("what", change.Subject);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteString("sentence", change.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAgreement(ImmutableArray<TypeAgreement> rows, string format, TextWriter output)
    {
        if (format == "json")
        {
            JsonText.Write(output, json => WriteJson(json, rows));
            return;
        }

        output.Write(
            "| type | A | B | exact | precision | recall | F1 | overlapping F1 | kappa |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var row in rows)
            output.Write(
                $"| {Cell(row.Type)} | {row.First} | {row.Second} | {row.Exact} | {Number(row.Precision)} | {Number(row.Recall)} | "
                    + $"{Number(row.F1)} | {Number(row.OverlappingF1)} | {Number(row.Kappa)} |\n");
    }

    /// <summary>What the figures say nothing of: two annotators who did not have the same articles agree on what they share only.</summary>
    private static void WriteLeftOut(AgreementReport report, TextWriter error)
    {
        foreach (var group in report.LeftOut.GroupBy(article => article.Gap).OrderBy(group => group.Key))
        {
            var (noun, verb) = group.Count() == 1 ? ("article", "is") : ("articles", "are");
            var names = group.Take(NamedArticles).Select(article => VisibleText.Show(article.Article));
            var more = group.Count() > NamedArticles ? ", .." : "";
            error.Write(
                $"warning: {group.Count().ToString("N0", CultureInfo.InvariantCulture)} {noun} {Describe(group.Key, verb)} left out: "
                    + $"{string.Join(", ", names)}{more}\n");
        }

        if (report.Articles == 0)
            error.Write("error: A and B share no article, so there is nothing to agree on.\n");

        static string Describe(ArticleGap gap, string verb) => gap switch
        {
            ArticleGap.OnlyFirst => $"in A only {verb}",
            ArticleGap.OnlySecond => $"in B only {verb}",
            _ => $"with another text in B {verb}",
        };
    }

    private static void WriteJson(Utf8JsonWriter json, ImmutableArray<TypeAgreement> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("type", row.Type);
            json.WriteNumber("a", row.First);
            json.WriteNumber("b", row.Second);
            json.WriteNumber("exact", row.Exact);
            json.WriteNumber("overlapping", row.Overlapping);
            foreach (var (name, value) in new[] { ("precision", row.Precision), ("recall", row.Recall), ("f1", row.F1),
                ("overlappingF1", row.OverlappingF1), ("kappa", row.Kappa) })
            {
                if (value is { } number)
                    json.WriteNumber(name, number);
                else
                    json.WriteNull(name);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    private static string Number(double? number) => number?.ToString("0.000", CultureInfo.InvariantCulture) ?? "–";

    private static string Cell(string? text) => text is null ? "" : ElementText.Escape(text);

    private static string Line(string text) => VisibleText.Show(text.ReplaceLineEndings(" "));
}
