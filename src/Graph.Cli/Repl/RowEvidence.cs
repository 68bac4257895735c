using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Query.Functions;

namespace Graph.Cli.Repl;

/// <summary>
/// <c>:why N</c>: runs the last statement again, finds row N, and shows the sentences behind it. What the row rests on are the
/// relations it shows or its patterns walked along; where there are none, the nodes.
/// </summary>
internal sealed class RowEvidence(PromptContext context)
{
    private const int MostEvidence = 2000;

    private readonly QueryEngine engine = context.Session.Engine;
    private AnsweredStatement answered = null!;
    private Dictionary<string, Value> pinned = [];

    private QueryLimits Limits => context.State.Settings.GetLimits(context.Settings.Limits);

    /// <summary>Of the parameters that a statement was run with, those that it mentions.</summary>
    public static Dictionary<string, Value> Mentioned(AnsweredStatement statement) => Mentioned(statement.Parameters, statement.Query);

    /// <summary>False, with a reason, where there is no such row or it rests on no article.</summary>
    public bool TryWrite(AnsweredStatement statement, int row, out string reason)
    {
        answered = statement;
        var query = engine.Prepare(statement.Syntax, statement.Source, Limits, context.Cancellation).RequireNotStopped();
        if (ReadRows(query, row) is not { Count: > 0 } rows || rows.Count < row)
        {
            reason = $"The last result has no row {row}.";
            return false;
        }

        var supported = FindSupportedRow(statement, rows);
        var relations = FindRelations(rows[^1], supported);
        var evidence = relations.Count > 0
            ? new EvidenceReader(context.Store).GetEvidence("why", ListOf(relations))
            : FindMentions(rows[^1], supported);
        var silent = relations.Except(evidence.Select(item => item.Element)).ToList();
        reason = FindArticle(rows[^1]) is { } article
            ? $"Row {row} shows an article, which rests on nothing else; ':article {article}' reads it."
            : $"Row {row} rests on no article.";
        if (evidence.Count == 0 && silent.Count == 0)
            return false;

        var report = new EvidenceReport(context.Store, context.RenderOptions, context.Cancellation);
        report.Write(evidence, context.Output, isWhole: evidence.Count < MostEvidence, FindParts(rows[^1]));
        report.WriteSilent(silent, context.Output, isWhole: relations.Count < MostEvidence, FindParts(rows[^1]));
        return true;
    }

    /// <summary>The key of the first article that the row shows; null for none.</summary>
    private string? FindArticle(ResultRow row)
    {
        var label = context.Store.FindLabel("Article");
        var article = row.GetElements(ValueKind.Node).FirstOrDefault(node => label >= 0 && context.Store.HasLabel(node.AsNode(), label));
        return article.Kind == ValueKind.Node ? new EntityLookup(context.Store).GetKey(article.AsNode()) : null;
    }

    private List<ResultRow> ReadRows(PreparedQuery query, int most)
    {
        var rows = new List<ResultRow>();
        foreach (var row in Run(query).Take(most))
            rows.Add(row);
        return rows;
    }

    private IEnumerable<ResultRow> Run(PreparedQuery query)
    {
        var result = engine.Run(
            query,
            Mentioned(answered.Parameters.Concat(pinned), query),
            Limits,
            context.Cancellation);
        var names = result.Columns.Select(column => column.Name).ToArray();
        foreach (var row in result.Rows)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            yield return new ResultRow(names, [.. row.ToArray()]);
        }
    }

    /// <summary>The same row with the variables of its patterns. Equal rows are told apart by their order.</summary>
    private ResultRow? FindSupportedRow(AnsweredStatement statement, List<ResultRow> rows)
    {
        var sought = rows[^1];
        var equalBefore = rows.SkipLast(1).Count(sought.IsContainedIn);
        ResultRow? found = null;
        var pins = sought.Names
            .Where(name => CanPin(sought[name]))
            .Select((name, index) => (name, $"why {index}"))
            .ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
        pinned = pins.ToDictionary(pair => pair.Value, pair => sought[pair.Key], StringComparer.Ordinal);
        foreach (var part in EvidenceRewriter.Rewrite(statement.Syntax, pins))
        {
            var query = engine.Prepare(part, statement.Source, Limits, context.Cancellation).RequireNotStopped();
            if (query.HasErrors)
                continue;

            foreach (var row in Run(query).Where(sought.IsContainedIn))
            {
                found = row;
                if (equalBefore-- == 0)
                    return row;
            }
        }

        return found;
    }

    /// <summary>The column that shows each relation of the row.</summary>
    private static Dictionary<int, string> FindParts(ResultRow row)
    {
        var parts = new Dictionary<int, string>();
        foreach (var name in row.Names)
        {
            foreach (var edge in new ResultRow([name], [row[name]]).GetElements(ValueKind.Edge))
                parts.TryAdd(edge.AsEdge(), name);
        }

        return parts;
    }

    private List<Value> FindRelations(ResultRow row, ResultRow? supported) =>
        [.. Cancellable(row.GetElements(ValueKind.Edge).Concat(supported?.GetElements(ValueKind.Edge) ?? []))
            .Distinct()
            .Take(MostEvidence)];

    private IReadOnlyList<ElementEvidence> FindMentions(ResultRow row, ResultRow? supported)
    {
        var nodes = Cancellable(row.GetElements(ValueKind.Node).Concat(supported?.GetElements(ValueKind.Node) ?? []))
            .Select(node => node.AsNode())
            .Distinct()
            .ToList();
        return nodes.Sum(node => (long)CountMentions(node)) <= MostEvidence
            ? new EvidenceReader(context.Store).GetEvidence("why", ListOf(nodes.Select(Value.FromNode)))
            : [.. nodes.SelectMany(FirstMentions).Take(MostEvidence)];
    }

    private IEnumerable<Value> Cancellable(IEnumerable<Value> elements)
    {
        foreach (var element in elements)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            yield return element;
        }
    }

    private int CountMentions(int node) =>
        context.Store.FindEdgeTable(StoreNames.MentionType) is { } table ? table.Incoming.View.GetRun(node).Count : 0;

    /// <summary>The mentions of a node in the order of the store, as far as anybody reads them.</summary>
    private List<ElementEvidence> FirstMentions(int node)
    {
        var found = new List<ElementEvidence>();
        var table = context.Store.FindEdgeTable(StoreNames.MentionType)!;
        var view = table.Incoming.View;
        var run = view.GetRun(node);
        for (var position = run.Start; position < run.End && found.Count < MostEvidence; position++)
        {
            if (context.Store.GetEdgeEvidence(view.GetEdge(position)) is { } evidence)
                found.Add(new ElementEvidence(Value.FromNode(node), evidence));
        }

        return found;
    }

    /// <summary>Values that are equal to themselves, and to nothing of another type.</summary>
    private static bool CanPin(Value value) =>
        value.Kind is ValueKind.Boolean or ValueKind.Integer or ValueKind.String or ValueKind.Node or ValueKind.Edge;

    private static Dictionary<string, Value> Mentioned(IEnumerable<KeyValuePair<string, Value>> parameters, PreparedQuery query) =>
        parameters
        .Where(given => query.Statement!.Parameters.Any(mentioned => mentioned.Name == given.Key))
        .ToDictionary(StringComparer.Ordinal);

    private static Value ListOf(IEnumerable<Value> values) => Value.FromList(new ListValue([.. values]));
}
