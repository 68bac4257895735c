using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Generator.Nullability;

/// <summary>Whether an expression can be null, by what is known of its variables. What is not known to be there may be null.</summary>
/// <param name="readQuery">The columns of a subquery that mentions some outer variables.</param>
internal sealed partial class ExpressionPresence(
    VariablePresence variables, Func<BoundQuery, ImmutableArray<BoundVariable>, ImmutableArray<Presence>> readQuery)
{
    /// <summary>A body that makes less sure than its accumulator was is asked again, so often and so deep.</summary>
    private const int Rounds = 3;

    private int reductions;

    public Presence Of(BoundExpression expression) => expression switch
    {
        BoundConstant constant => OfConstant(constant.Value),
        BoundParameter parameter =>
            new Presence(variables.IsGiven(parameter.Name), variables.IsGiven(parameter.Name) || parameter.Type.Kind == TypeKind.List),
        BoundReference reference => variables.Get(reference.Variable),
        BoundProperty or BoundCall when KeyAccess.Find(expression) is { } access => OfAccess(access, expression),
        BoundCall call => OfCall(call),
        BoundComparison comparison => Presence.Of(IsDecided(comparison)),
        BoundLogical logical => OfLogical(logical),
        BoundNot not => Presence.Of(IsSure(not.Operand)),
        BoundIsNull or BoundExists or BoundCount => Presence.Sure,
        BoundLabelTest test => Presence.Of(IsSure(test.Target)),
        BoundMap map => Presence.Sure with { Entries = OfEntries(map.Entries) },
        BoundMapExtension extension => OfExtension(extension),
        BoundLet let => OfLet(let),
        BoundCase @case => OfCase(@case),
        _ => OfCollection(expression),
    };

    private bool IsSure(BoundExpression expression) => Of(expression).IsSure;

    /// <summary>A null has no items and no entries, so none of them is null.</summary>
    private static Presence OfConstant(Value value) => value.Kind switch
    {
        ValueKind.List => Presence.OfList(
            true, value.AsList().Select(OfConstant).Aggregate(Presence.OfNothing, (left, right) => left & right), value.AsList().Count > 0),
        ValueKind.Null => Presence.OfNothing with { IsSure = false },
        _ => Presence.Sure,
    };

    // A later entry takes the place of an earlier one with its key.
    private ImmutableDictionary<string, Presence> OfEntries(ImmutableArray<KeyValuePair<string, BoundExpression>> entries) =>
        entries.Aggregate(ImmutableDictionary<string, Presence>.Empty, (known, entry) => known.SetItem(entry.Key, Of(entry.Value)));

    private Presence OfExtension(BoundMapExtension extension)
    {
        var (target, entries) = (Of(extension.Target), OfEntries(extension.Entries));
        return Presence.Of(target.IsSure) with { Entries = (target.Entries ?? entries.Clear()).SetItems(entries) };
    }

    /// <summary>
    /// A conjunction is null only where none of its operands is false. Tests for null, which are never null, are true then, and tell of the
    /// others. In the same way those of a disjunction are false.
    /// </summary>
    private Presence OfLogical(BoundLogical logical)
    {
        if (logical.Operator is not (LogicalOperator.And or LogicalOperator.Or))
            return Presence.Of(logical.Operands.All(IsSure));

        var facts = logical.Operands.Where(IsTestForNull)
            .SelectMany(
                operand => logical.Operator == LogicalOperator.And ? ConditionFacts.List(operand) : ConditionFacts.ListNegated(operand))
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
                return Presence.OfList(
                    true, literal.Items.Select(Of).Aggregate(Presence.OfNothing, (left, right) => left & right), !literal.Items.IsEmpty);
            case BoundListComprehension comprehension:
                var source = Of(comprehension.List);
                variables.Set(comprehension.Variable, source.Item);
                var item = variables.While(
                    comprehension.Where,
                    () => comprehension.Projection is { } projection ? Of(projection) : variables.Get(comprehension.Variable));
                return Presence.OfList(source.IsSure, item, source.IsFilled && comprehension.Where is null);
            case BoundQuantified quantified:
                var items = Of(quantified.List);
                variables.Set(quantified.Variable, items.Item);
                return Presence.Of(items.IsSure && IsSure(quantified.Where));
            case BoundReduce reduce:
                return OfReduce(reduce);
            case BoundCollect { First: false } collected:
                return Presence.OfList(true, readQuery(collected.Query, collected.Outer)[0]);
            default:
                return Presence.None;
        }
    }

    /// <summary>The accumulator is the first value and every later one; a null list gives null.</summary>
    private Presence OfReduce(BoundReduce reduce)
    {
        var list = Of(reduce.List);
        if (reductions >= Rounds)
            return Presence.None;

        reductions++;
        variables.Set(reduce.Variable, list.Item);
        var result = Of(reduce.Initial);
        var isStable = false;
        for (var round = 0; round < Rounds && !isStable; round++)
        {
            variables.Set(reduce.Accumulator, result);
            var next = result & Of(reduce.Body);
            isStable = next.Says(result);
            result = next;
        }

        reductions--;
        return isStable ? result with { IsSure = result.IsSure && list.IsSure } : Presence.None;
    }

    private Presence OfAccess(KeyAccess access, BoundExpression expression)
    {
        var target = Of(access.Target);
        var isRequired = KeyAccess.FindPlace(expression) is { Key: { } place } found && variables.IsRequired(found.Variable, place);
        if (target.Entries is { } entries && entries.TryGetValue(access.Key, out var entry))
            return entry with { IsSure = target.IsSure && (entry.IsSure || isRequired) };

        // Lists of a graph type hold no nulls, also where nothing tells that it is one.
        var isSure = target.IsSure && (isRequired || IsThere(access));
        return expression.Type.Kind == TypeKind.List
            || (expression.Type.Kind == TypeKind.Any && access.Target.Type.Kind is TypeKind.Node or TypeKind.Edge)
            ? Presence.OfList(isSure, Presence.Sure)
            : Presence.Of(isSure);
    }

    private bool IsThere(KeyAccess access) => access.Target switch
    {
        BoundReference { Type.Kind: TypeKind.Node, Variable: var node } => variables.HasProperty(node, access.Key, isNode: true),
        BoundReference { Type.Kind: TypeKind.Edge, Variable: var edge } => variables.HasProperty(edge, access.Key, isNode: false),
        { Type.Kind: TypeKind.Node or TypeKind.Edge } => variables.HasProperty(null, access.Key, access.Target.Type.Kind == TypeKind.Node),
        { Type.Kind: TypeKind.Date } date => DateComponents.Contains(access.Key) || (IsDay(date) && DayComponents.Contains(access.Key)),
        _ => false,
    };

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
        return IsScalar(leftType)
            && IsScalar(rightType)
            && ((leftType == rightType && leftType.Kind is not (TypeKind.Node or TypeKind.Edge))
            || (IsNumber(leftType) && IsNumber(rightType)));
    }

    /// <summary>Whether it is equal to something or not: no null is in it.</summary>
    private static bool IsComparable(StaticType type, Presence presence) => IsScalar(type) || type.Kind == TypeKind.Date
        || (presence.AreItemsSure
            && type is { Kind: TypeKind.List, Element: { } element }
            && (IsScalar(element) || element.Kind == TypeKind.Date));

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
        var (result, passed) = (Presence.OfNothing, new List<PresentValue>());
        foreach (var branch in @case.Branches)
        {
            if (branch.When is BoundIsNull { IsNegated: false } test && Knowing(passed, () => IsSure(test.Operand)))
                continue;
            Add(Knowing(passed, () => variables.While(branch.When, () => Of(branch.Then))));
            if (branch.When is BoundIsNull { IsNegated: true } always && Knowing(passed, () => IsSure(always.Operand)))
                return result;

            // Any other condition may be null, is passed then as well, and tells nothing.
            if (IsTestForNull(branch.When))
                passed.AddRange(ConditionFacts.ListNegated(branch.When));
        }

        Add(@case.Else is { } last ? Knowing(passed, () => Of(last)) : OfConstant(Value.Null));
        return result;

        void Add(Presence presence) => result &= presence;
    }
}
