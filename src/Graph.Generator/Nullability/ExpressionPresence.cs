using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Generator.Nullability;

/// <summary>Whether an expression can be null, by what is known of its variables. What is not known to be there may be null.</summary>
/// <param name="readQuery">The columns of a subquery that mentions some outer variables.</param>
internal sealed partial class ExpressionPresence(
    VariablePresence variables, Func<BoundQuery, ImmutableArray<BoundVariable>, ImmutableArray<Presence>> readQuery)
{
    public Presence Of(BoundExpression expression) => expression switch
    {
        BoundConstant constant => OfConstant(constant.Value),
        BoundParameter parameter =>
            new Presence(variables.IsGiven(parameter.Name), variables.IsGiven(parameter.Name) || parameter.Type.Kind == TypeKind.List),
        BoundReference reference => variables.Get(reference.Variable),
        BoundProperty property => OfProperty(property),
        BoundCall call => OfCall(call),
        BoundComparison comparison => Presence.Of(IsDecided(comparison)),
        BoundLogical logical => OfLogical(logical),
        BoundNot not => Presence.Of(IsSure(not.Operand)),
        BoundIsNull or BoundExists or BoundCount => Presence.Sure,
        BoundLabelTest test => Presence.Of(IsSure(test.Target)),
        BoundMap => Presence.Sure,
        BoundMapExtension extension => Presence.Of(IsSure(extension.Target)),
        BoundLet let => OfLet(let),
        BoundCase @case => OfCase(@case),
        _ => OfCollection(expression),
    };

    private bool IsSure(BoundExpression expression) => Of(expression).IsSure;

    /// <summary>A null has no items, so none of them is null.</summary>
    private static Presence OfConstant(Value value) => value.Kind == ValueKind.List
        ? new Presence(true, value.AsList().All(item => !item.IsNull), value.AsList().Count > 0)
        : new Presence(!value.IsNull, value.IsNull);

    /// <summary>
    /// A conjunction is null only where none of its operands is false. Tests for null, which are never null, are true then, and tell of the
    /// others. In the same way those of a disjunction are false.
    /// </summary>
    private Presence OfLogical(BoundLogical logical)
    {
        if (logical.Operator is not (LogicalOperator.And or LogicalOperator.Or))
            return Presence.Of(logical.Operands.All(IsSure));

        var facts = logical.Operands.Where(IsTestForNull)
            .SelectMany(operand => logical.Operator == LogicalOperator.And ? ConditionFacts.List(operand) : ConditionFacts.ListNegated(operand))
            .ToList();
        return Presence.Of(Knowing(facts, () => logical.Operands.All(IsSure)));
    }

    /// <summary>Told by its form, so that no expression is asked twice, which would take twice as long at each level of nesting.</summary>
    private static bool IsTestForNull(BoundExpression condition) => condition switch
    {
        BoundIsNull => true,
        BoundNot not => IsTestForNull(not.Operand),
        BoundLogical logical => logical.Operands.All(IsTestForNull),
        _ => false,
    };

    private T Knowing<T>(List<PresentValue> facts, Func<T> ask) => variables.Keep(facts.Select(fact => fact.Variable), () =>
    {
        variables.Assume(facts);
        return ask();
    });

    private Presence OfCollection(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundList literal:
                return new Presence(true, literal.Items.All(IsSure), !literal.Items.IsEmpty);
            case BoundListComprehension comprehension:
                var source = Of(comprehension.List);
                variables.Set(comprehension.Variable, Presence.Of(source.AreItemsSure));
                var areItemsSure = variables.While(
                    comprehension.Where,
                    () => comprehension.Projection is { } projection ? IsSure(projection) : variables.Get(comprehension.Variable).IsSure);
                return new Presence(source.IsSure, areItemsSure, source.IsFilled && comprehension.Where is null);
            case BoundQuantified quantified:
                var items = Of(quantified.List);
                variables.Set(quantified.Variable, Presence.Of(items.AreItemsSure));
                return Presence.Of(items.IsSure && IsSure(quantified.Where));
            case BoundReduce reduce:
                var list = Of(reduce.List);
                variables.Set(reduce.Variable, Presence.Of(list.AreItemsSure));
                variables.Set(reduce.Accumulator, Of(reduce.Initial));
                return Presence.Of(list.IsSure && IsSure(reduce.Initial) && IsSure(reduce.Body));
            case BoundCollect { First: false } collected:
                return new Presence(true, readQuery(collected.Query, collected.Outer)[0].IsSure);
            default:
                return Presence.None;
        }
    }

    private Presence OfProperty(BoundProperty property)
    {
        if (!IsSure(property.Target))
            return new Presence(false, AreItemsSure: property.Type.Kind == TypeKind.List);

        var isThere = property.Target switch
        {
            BoundReference { Type.Kind: TypeKind.Node, Variable: var node } => variables.HasProperty(node, property.Key, isNode: true),
            BoundReference { Type.Kind: TypeKind.Edge, Variable: var edge } => variables.HasProperty(edge, property.Key, isNode: false),
            { Type.Kind: TypeKind.Node or TypeKind.Edge } => variables.HasProperty(null, property.Key, property.Target.Type.Kind == TypeKind.Node),
            BoundMap map => map.Entries.LastOrDefault(entry => entry.Key == property.Key).Value is { } value && IsSure(value),
            { Type.Kind: TypeKind.Date } date => DateComponents.Contains(property.Key) || (IsDay(date) && DayComponents.Contains(property.Key)),
            _ => false,
        };

        // Lists of a graph type hold no nulls.
        return new Presence(isThere, property.Type.Kind == TypeKind.List);
    }

    /// <summary>The first and the last day of a date.</summary>
    private static bool IsDay(BoundExpression date) => date is BoundProperty { Target.Type.Kind: TypeKind.Date, Key: "start" or "end" };

    private bool IsDecided(BoundComparison comparison)
    {
        var (left, right) = (Of(comparison.Left), Of(comparison.Right));
        var (leftType, rightType) = (comparison.Left.Type, comparison.Right.Type);
        if (!left.IsSure || !right.IsSure)
            return false;
        if (comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
            return IsComparable(leftType, left) && IsComparable(rightType, right);
        return IsScalar(leftType) && IsScalar(rightType) && ((leftType == rightType && leftType.Kind is not (TypeKind.Node or TypeKind.Edge))
            || (IsNumber(leftType) && IsNumber(rightType)));
    }

    /// <summary>Whether it is equal to something or not: no null is in it.</summary>
    private static bool IsComparable(StaticType type, Presence presence) => IsScalar(type) || type.Kind == TypeKind.Date
        || (presence.AreItemsSure && type is { Kind: TypeKind.List, Element: { } element } && (IsScalar(element) || element.Kind == TypeKind.Date));

    private static bool IsScalar(StaticType type) =>
        IsNumber(type) || type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Node or TypeKind.Edge;

    private static bool IsNumber(StaticType type) => type.Kind is TypeKind.Integer or TypeKind.Float or TypeKind.Number;

    private Presence OfLet(BoundLet let)
    {
        variables.Set(let.Variable, Of(let.Value));
        return Of(let.Body);
    }

    /// <summary>A branch for a null that cannot be is never taken; one is reached only where those above it are not.</summary>
    private Presence OfCase(BoundCase @case)
    {
        var (result, passed) = (default(Presence?), new List<PresentValue>());
        foreach (var branch in @case.Branches)
        {
            if (branch.When is BoundIsNull { IsNegated: false } test && Knowing(passed, () => IsSure(test.Operand)))
                continue;
            Add(Knowing(passed, () => variables.While(branch.When, () => Of(branch.Then))));
            if (branch.When is BoundIsNull { IsNegated: true } always && Knowing(passed, () => IsSure(always.Operand)))
                return result!.Value;

            // Any other condition may be null, is passed then as well, and tells nothing.
            if (IsTestForNull(branch.When))
                passed.AddRange(ConditionFacts.ListNegated(branch.When));
        }

        Add(@case.Else is { } last ? Knowing(passed, () => Of(last)) : OfConstant(Value.Null));
        return result!.Value;

        void Add(Presence presence) => result = result is { } before ? before & presence : presence;
    }
}
