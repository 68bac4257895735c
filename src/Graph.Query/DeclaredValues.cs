using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Scripts;
using Graph.Query.Types;

namespace Graph.Query;

/// <summary>What is given for parameters whose types a header declares.</summary>
internal static class DeclaredValues
{
    /// <summary>
    /// Texts become the times and durations that are declared, as JSON has none of its own; what is no such text stays one.
    /// </summary>
    public static IReadOnlyDictionary<string, Value> Read(BoundStatement statement, IReadOnlyDictionary<string, Value> given)
    {
        Dictionary<string, Value>? read = null;
        foreach (var parameter in statement.Parameters.Where(parameter => IsOfTexts(parameter.Declaration?.Type)))
        {
            if (given.TryGetValue(parameter.Name, out var value))
                (read ??= new Dictionary<string, Value>(given, StringComparer.Ordinal))[parameter.Name] = Read(value, parameter.Type);
        }

        return read ?? given;
    }

    /// <summary>One sentence for each list with a null of which the header says that it has none.</summary>
    public static IEnumerable<Diagnostic> FindForbiddenNulls(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> given) =>
        from parameter in statement.Parameters
        let declared = parameter.Declaration
        where declared is not null && given.TryGetValue(parameter.Name, out var value) && declared.Declared.HasForbiddenNull(value)
        select RuntimeErrors.NullInParameter(parameter.Name, declared.TypeText).At(source, declared.Span).Diagnostic;

    private static bool IsOfTexts(StaticType? type) => type switch
    {
        null => false,
        { Kind: TypeKind.List, Element: { } element } => IsOfTexts(element),
        _ => FindReader(type.Kind) is not null,
    };

    private static Value Read(Value value, StaticType type)
    {
        if (value.Kind == ValueKind.List && type is { Kind: TypeKind.List, Element: { } element })
            return Value.FromList(new ListValue([.. value.AsList().Select(item => Read(item, element))]));
        if (value.Kind != ValueKind.String || FindReader(type.Kind) is not { } reader)
            return value;

        try
        {
            return reader(type.ToString(), value);
        }
        catch (QueryException)
        {
            // Told with the place of the declaration, as every value of another type.
            return value;
        }
    }

    /// <summary>What reads a text as a value of the type; null for types that have values of their own everywhere.</summary>
    private static Func<string, Value, Value>? FindReader(TypeKind kind) => kind switch
    {
        TypeKind.LocalTime => TemporalConstruction.LocalTime,
        TypeKind.Time => TemporalConstruction.Time,
        TypeKind.LocalDateTime => TemporalConstruction.LocalDateTime,
        TypeKind.DateTime => TemporalConstruction.DateTime,
        TypeKind.Duration => Durations.Create,
        _ => null,
    };
}
