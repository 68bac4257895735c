using Graph.Query;
using Graph.Tck.Running;

namespace Graph.Tck.Setup;

/// <summary>
/// Reads the draft with the engine under test. The rows so far go in as a parameter, and a head that unpacks them stands before
/// the clauses of the statement.
/// </summary>
public sealed class SetupReader(GraphDraft draft, SetupRows rows)
{
    private const string RowsParameter = "rows";
    private const string Row = "`#row`";

    /// <summary>Keeps a column in the result where the clauses leave no variable.</summary>
    private const string Present = "#present";

    public SetupRows Read(string clauses)
    {
        var store = draft.BuildNumbered();
        var (columns, result) = Run(store, $"{Head}{clauses}\nRETURN *, 1 AS `{Present}`");
        var variables = columns.Where(column => !column.StartsWith('#')).ToImmutableArray();
        return new SetupRows(
            variables, [.. result.Select(values => variables.ToImmutableDictionary(name => name, name => values[columns.IndexOf(name)]))]);
    }

    /// <summary>The values of expressions, for each row.</summary>
    public IReadOnlyList<Value[]> Evaluate(IReadOnlyList<string> expressions)
    {
        if (expressions.All(expression => expression == "{}"))
            return [.. rows.Rows.Select(_ => expressions.Select(_ => Value.FromMap(MapValue.Empty)).ToArray())];

        var items = expressions.Select((expression, index) => $"{expression} AS `{index}`");
        return Run(draft.BuildNumbered(), $"{Head}RETURN {string.Join(", ", items)}").Rows;
    }

    private string Head => rows.Variables.IsEmpty
        ? $"UNWIND ${RowsParameter} AS {Row}\n"
        : $"UNWIND ${RowsParameter} AS {Row} WITH {string.Join(", ", rows.Variables.Select(name => $"{Row}.`{name}` AS `{name}`"))}\n";

    private (ImmutableArray<string> Columns, IReadOnlyList<Value[]> Rows) Run(NumberedStore store, string query)
    {
        var parameter = rows.Rows.Select(
            row => Value.FromMap(new MapValue([.. row.Select(entry => KeyValuePair.Create(entry.Key, store.ToStore(entry.Value)))])));
        var parameters = new Dictionary<string, Value> { [RowsParameter] = Value.FromList(new ListValue([.. parameter])) };
        var result = QueryRun.Execute(new QueryEngine(store.Store), query, parameters);
        return result.Error is { } error
            ? throw new SetupException($"{error.Diagnostic.Id} {error.Diagnostic.Message} in: {query}")
            : (result.Columns, [.. result.Rows.Select(row => Array.ConvertAll(row, store.ToDraft))]);
    }
}
