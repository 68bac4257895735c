using Graph.Query.Scripts;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>
/// What the uses of each parameter ask for, where nothing declares it. Uses that disagree leave it untyped, and are kept for those who need
/// one type.
/// </summary>
internal sealed class ParameterTypes(ImmutableArray<DeclaredParameter> declared)
{
    private readonly OrderedDictionary<string, BoundQueryParameter> parameters = new(StringComparer.Ordinal);

    public ImmutableArray<BoundQueryParameter> ToImmutable() => [.. parameters.Values];

    /// <summary>What is declared and not mentioned.</summary>
    public IEnumerable<DeclaredParameter> FindUnused() => declared.Where(parameter => !parameters.ContainsKey(parameter.Name));

    public BoundParameter Bind(ParameterSyntax syntax)
    {
        var declaration = declared.FirstOrDefault(parameter => parameter.Name == syntax.Name);
        var type = declaration?.Type ?? StaticType.Any;
        parameters.TryAdd(syntax.Name, new BoundQueryParameter(syntax.Name, type, syntax.Span) { Declaration = declaration });
        return new BoundParameter(syntax.Name, type, syntax.Span);
    }

    /// <summary>Notes that the expression, where it is a parameter, is used as a value of a type.</summary>
    public void Expect(BoundExpression expression, StaticType type)
    {
        if (expression is not BoundParameter used || type.Kind is TypeKind.Any or TypeKind.Null)
            return;

        var parameter = parameters[used.Name];
        if (parameter.Conflict is not null || parameter.Declaration is not null)
            return;

        parameters[used.Name] = Meet(parameter.Type, type) is { } meet
            ? parameter with { Type = meet }
            : parameter with { Type = StaticType.Any, Conflict = new ParameterConflict(parameter.Type, type, used.Span) };
    }

    private static StaticType? Meet(StaticType left, StaticType right) => (left.Kind, right.Kind) switch
    {
        (TypeKind.Any or TypeKind.Null, _) => right,
        (_, TypeKind.Any or TypeKind.Null) => left,
        (TypeKind.List, TypeKind.List) => MeetLists(TypeLattice.ElementOf(left), TypeLattice.ElementOf(right)),
        (TypeKind.Number, TypeKind.Integer or TypeKind.Float) => right,
        (TypeKind.Integer or TypeKind.Float, TypeKind.Number) => left,
        _ => left == right ? left : null,
    };

    private static StaticType? MeetLists(StaticType left, StaticType right) =>
        Meet(left, right) is { } element ? StaticType.ListOf(element) : null;
}
