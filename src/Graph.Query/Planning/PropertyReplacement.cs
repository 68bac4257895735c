using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Puts variables in the place of the properties of some elements, as where these are computed further down.</summary>
/// <param name="elements">The nodes and edges that are not there any more.</param>
internal sealed class PropertyReplacement(IReadOnlySet<BoundVariable> elements)
{
    private readonly Dictionary<(BoundVariable Element, string Key), BoundProjectionItem> values = [];

    /// <summary>The properties that were met, with the variables that stand for them.</summary>
    public ImmutableArray<BoundProjectionItem> Values => [.. values.Values];

    /// <summary>False where an element itself is read, so that its properties do not do.</summary>
    public bool IsComplete { get; private set; } = true;

    public BoundExpression Replace(BoundExpression expression) => expression switch
    {
        BoundProperty { Target: BoundReference { Variable: var element } } property when elements.Contains(element) =>
            new BoundReference(GetValue(element, property), property.Span),
        BoundProperty property => property with { Target = Replace(property.Target) },
        BoundCall call => call with { Arguments = Replace(call.Arguments) },
        BoundComparison comparison => comparison with { Left = Replace(comparison.Left), Right = Replace(comparison.Right) },
        BoundLogical logical => logical with { Operands = Replace(logical.Operands) },
        BoundNot not => not with { Operand = Replace(not.Operand) },
        BoundIsNull isNull => isNull with { Operand = Replace(isNull.Operand) },
        BoundCase @case => @case with
        {
            Branches = [.. @case.Branches.Select(branch => new BoundCaseBranch(Replace(branch.When), Replace(branch.Then)))],
            Else = @case.Else is null ? null : Replace(@case.Else),
        },
        _ => Keep(expression),
    };

    private ImmutableArray<BoundExpression> Replace(ImmutableArray<BoundExpression> expressions) => [.. expressions.Select(Replace)];

    private BoundExpression Keep(BoundExpression expression)
    {
        IsComplete &= !ExpressionVariables.Of(expression).Overlaps(elements);
        return expression;
    }

    private BoundVariable GetValue(BoundVariable element, BoundProperty property)
    {
        if (!values.TryGetValue((element, property.Key), out var value))
        {
            var variable = new BoundVariable($"{element.Name}.{property.Key}", property.Type, element.IsAnonymous);
            values.Add((element, property.Key), value = new BoundProjectionItem(variable, property));
        }

        return value.Variable;
    }
}
