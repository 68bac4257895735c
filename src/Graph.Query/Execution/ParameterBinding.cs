using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Scripts;
using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>The parameters of one run, held against what the statement asks for.</summary>
internal static class ParameterBinding
{
    /// <summary>The values by name; a text, or a number that is a year, becomes a date where the statement uses it as one.</summary>
    /// <exception cref="QueryException">A parameter is missing, is not of the type that was declared, or is no date where one is asked
    /// for.</exception>
    public static IReadOnlyDictionary<string, Value> Bind(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> given) => statement.Parameters.ToDictionary(
            parameter => parameter.Name, parameter => Bind(parameter, source, given), StringComparer.Ordinal);

    /// <summary>Why the values do not fit, one sentence for each parameter that has none or another.</summary>
    public static ImmutableArray<Diagnostic> FindMistakes(
        BoundStatement statement, SourceText source, IReadOnlyDictionary<string, Value> given)
    {
        var mistakes = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var parameter in statement.Parameters)
        {
            try
            {
                Bind(parameter, source, given);
            }
            catch (QueryException exception)
            {
                mistakes.Add(exception.Diagnostic);
            }
        }

        return mistakes.ToImmutable();
    }

    /// <summary>
    /// A warning for each parameter that the statement does not mention, in order of their names, and for each that is not what it is used
    /// as: what compares it is never true.
    /// </summary>
    /// <param name="bound">What <see cref="Bind(BoundStatement, SourceText, IReadOnlyDictionary{string, Value})"/> made of them.</param>
    public static ImmutableArray<Diagnostic> FindWarnings(
        BoundStatement statement,
        SourceText source,
        IReadOnlyDictionary<string, Value> given,
        IReadOnlyDictionary<string, Value> bound)
    {
        var used = statement.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        var unused = given.Keys.Where(name => !used.Contains(name)).Order(StringComparer.Ordinal);
        var unfit = statement.Parameters.Where(parameter => !IsUsable(bound[parameter.Name], parameter.Type));
        return
        [
            .. unused.Select(name => CreateUnused(name, source)),
            .. unfit.Select(parameter => CreateUnfit(parameter, bound[parameter.Name], source)),
        ];
    }

    private static Value Bind(BoundQueryParameter parameter, SourceText source, IReadOnlyDictionary<string, Value> given)
    {
        var span = parameter.Declaration?.Span ?? parameter.Span;
        if (!given.TryGetValue(parameter.Name, out var value))
        {
            return parameter.Declaration is { IsNullable: true }
                ? Value.Null
                : throw RuntimeErrors.MissingParameter(parameter.Name).At(source, span);
        }

        value = ConvertDates(value, parameter.Type, source, span);
        return parameter.Declaration is { } declared && !Fits(value, declared)
            ? throw RuntimeErrors.WrongParameter(parameter.Name, declared.TypeText, value).At(source, span)
            : value;
    }

    private static bool Fits(Value value, DeclaredParameter declared) =>
        value.IsNull ? declared.IsNullable || declared.Type.Kind == TypeKind.Any : IsOfType(value, declared.Type);

    private static bool IsOfType(Value value, StaticType type) => type.Kind switch
    {
        TypeKind.Any => true,
        TypeKind.Number or TypeKind.Float => value.IsNumber,
        TypeKind.List =>
            value.Kind == ValueKind.List && value.AsList().All(item => item.IsNull || IsOfType(item, TypeLattice.ElementOf(type))),
        _ => TypeLattice.Of(value.Kind) == type,
    };

    // Numbers of both kinds compare.
    private static bool IsUsable(Value value, StaticType type) => type.Kind switch
    {
        _ when value.IsNull => true,
        TypeKind.Any => true,
        TypeKind.Number or TypeKind.Integer or TypeKind.Float => value.IsNumber,
        TypeKind.List => value.Kind == ValueKind.List && value.AsList().All(item => IsUsable(item, TypeLattice.ElementOf(type))),
        _ => TypeLattice.Of(value.Kind).Kind == type.Kind,
    };

    private static Value ConvertDates(Value value, StaticType type, SourceText source, TextSpan span)
    {
        if (type.Kind == TypeKind.List
            && value.Kind == ValueKind.List
            && TypeLattice.ElementOf(type) is { Kind: TypeKind.Date or TypeKind.List } element)
            return Value.FromList(new ListValue([.. value.AsList().Select(item => ConvertDates(item, element, source, span))]));
        if (type.Kind != TypeKind.Date || FindDateText(value) is not { } text)
            return value;

        return PartialDate.TryParse(text, out var date, out var reason)
            ? Value.FromDate(date)
            : throw RuntimeErrors.InvalidDate(text, reason).At(source, span);
    }

    // On a command line, and in JSON, a year looks like a number.
    private static string? FindDateText(Value value) => value switch
    {
        { Kind: ValueKind.String } => value.AsString(),
        { IsInteger: true } when value.AsInteger() is >= 1000 and <= 9999 => value.ToString(),
        _ => null,
    };

    private static Diagnostic CreateUnfit(BoundQueryParameter parameter, Value value, SourceText source) => Diagnostic.Create(
        "GR2021",
        DiagnosticSeverity.Warning,
        source,
        parameter.Span,
        $"Parameter '${parameter.Name}' is used as {parameter.Type}, but its value is {TypeNames.Of(value)}.");

    private static Diagnostic CreateUnused(string name, SourceText source) =>
        Diagnostic.Create("GR2018", DiagnosticSeverity.Warning, source, default, $"Parameter '${name}' is not used.");
}
