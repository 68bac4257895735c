using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>The parameters of one run, held against what the statement asks for.</summary>
internal static class ParameterBinding
{
    /// <summary>The values by name; a text becomes a date where the statement uses it as one.</summary>
    /// <exception cref="QueryException">A parameter is missing, or is no date where one is asked for.</exception>
    public static IReadOnlyDictionary<string, Value> Bind(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> given)
    {
        var bound = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var parameter in statement.Parameters)
        {
            if (!given.TryGetValue(parameter.Name, out var value))
                throw RuntimeErrors.MissingParameter(parameter.Name).At(source, parameter.Span);
            bound[parameter.Name] = parameter.Type.Kind == TypeKind.Date ? ConvertToDate(value, parameter, source) : value;
        }

        return bound;
    }

    /// <summary>A warning for each parameter that the statement does not mention, in order of their names.</summary>
    public static ImmutableArray<Diagnostic> FindUnused(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> given)
    {
        var used = statement.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        return [.. given.Keys.Where(name => !used.Contains(name)).Order(StringComparer.Ordinal).Select(name => CreateUnused(name, source))];
    }

    private static Value ConvertToDate(Value value, BoundQueryParameter parameter, SourceText source)
    {
        if (value.Kind != ValueKind.String)
            return value;

        var text = value.AsString();
        return PartialDate.TryParse(text, out var date, out var reason)
            ? Value.FromDate(date)
            : throw RuntimeErrors.InvalidDate(text, reason).At(source, parameter.Span);
    }

    private static Diagnostic CreateUnused(string name, SourceText source) =>
        Diagnostic.Create("GR2018", DiagnosticSeverity.Warning, source, default, $"Parameter '${name}' is not used.");
}
