using System.Collections.Frozen;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Generator.Nullability;

/// <summary>Whether an expression can be null, by what is known of its variables. What is not known to be there may be null.</summary>
/// <param name="readQuery">The columns of a subquery that mentions some outer variables.</param>
internal sealed class ExpressionPresence(
    VariablePresence variables, Func<BoundQuery, ImmutableArray<BoundVariable>, ImmutableArray<Presence>> readQuery)
{
    /// <summary>Functions that give a value for arguments that are there.</summary>
    private static readonly FrozenSet<string> Total = Set(
        "id",
        "elementId",
        "type",
        "startNode",
        "endNode",
        "length",
        "size",
        "properties",
        "exists",
        "abs",
        "ceil",
        "floor",
        "round",
        "sign",
        "rand",
        "e",
        "pi",
        "exp",
        "log",
        "log10",
        "sqrt",
        "sin",
        "cos",
        "tan",
        "cot",
        "asin",
        "acos",
        "atan",
        "atan2",
        "degrees",
        "radians",
        "haversin",
        "left",
        "right",
        "lTrim",
        "rTrim", "trim", "replace", "reverse", "substring", "toLower", "toUpper", "fold", "levenshtein", "similarity", "normalize", "IS NORMALIZED", "~=", "-", "*", "%", "^", "toString");

    /// <summary>The same, and they give lists of items that are there.</summary>
    private static readonly FrozenSet<string> TotalLists = Set(
        "labels", "keys", "nodes", "relationships", "range", "split", "sources", "mentions");

    /// <summary>The same, and they give lists of items of their argument.</summary>
    private static readonly FrozenSet<string> OfItems = Set("tail", "reverse", "[..]");

    /// <summary>Truth values for texts.</summary>
    private static readonly FrozenSet<string> OfTexts = Set("STARTS WITH", "ENDS WITH", "CONTAINS", "=~");

    /// <summary>Conversions that cannot fail for numbers.</summary>
    private static readonly FrozenSet<string> OfNumbers = Set("toInteger", "toFloat", "toIntegerOrNull", "toFloatOrNull");

    /// <summary>Components that every date has, however partial.</summary>
    private static readonly FrozenSet<string> DateComponents = Set("year", "start", "end", "precision");

    public Presence Of(BoundExpression expression) => expression switch
    {
        BoundConstant constant => Presence.Of(!constant.Value.IsNull),
        BoundParameter parameter =>
            new Presence(
                parameter.Type.Kind != TypeKind.Any && !variables.IsNullable(parameter.Name), parameter.Type.Kind == TypeKind.List),
        BoundReference reference => variables.Get(reference.Variable),
        BoundProperty property => OfProperty(property),
        BoundCall call => OfCall(call),
        BoundComparison comparison => Presence.Of(IsDecided(comparison)),
        BoundLogical logical => OfAll(logical.Operands),
        BoundNot not => Presence.Of(IsSure(not.Operand)),
        BoundIsNull or BoundExists or BoundCount => Presence.Sure,
        BoundLabelTest test => Presence.Of(IsSure(test.Target)),
        BoundMap => Presence.Sure,
        BoundMapExtension extension => Presence.Of(IsSure(extension.Target)),
        BoundLet let => OfLet(let),
        BoundCase @case => OfCase(@case),
        _ => OfCollection(expression),
    };

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private bool IsSure(BoundExpression expression) => Of(expression).IsSure;

    private Presence OfAll(IEnumerable<BoundExpression> all) => Presence.Of(all.All(IsSure));

    private Presence OfCollection(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundList literal:
                return new Presence(true, literal.Items.All(IsSure));
            case BoundListComprehension comprehension:
                var source = Of(comprehension.List);
                variables.Set(comprehension.Variable, Presence.Of(source.AreItemsSure));
                return new Presence(source.IsSure, comprehension.Projection is { } projection ? IsSure(projection) : source.AreItemsSure);
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
            { Type.Kind: TypeKind.Date } => DateComponents.Contains(property.Key),
            _ => false,
        };

        // Lists of a graph type hold no nulls.
        return new Presence(isThere, property.Type.Kind == TypeKind.List);
    }

    private Presence OfCall(BoundCall call)
    {
        var name = call.Function.Name;
        if (name.Equals("coalesce", StringComparison.OrdinalIgnoreCase))
            return Presence.Of(call.Arguments.Any(IsSure));

        var areSure = call.Arguments.All(IsSure);
        if (TotalLists.Contains(name))
            return new Presence(areSure, true);
        if (OfItems.Contains(name) && call.Type.Kind == TypeKind.List)
            return new Presence(areSure, Of(call.Arguments[0]).AreItemsSure);
        if (OfTexts.Contains(name))
            return Presence.Of(areSure && call.Arguments.All(argument => argument.Type.Kind == TypeKind.String));
        return name switch
        {
            "+" or "||" => OfSum(call, areSure),
            "/" => Presence.Of(areSure && call.Type.Kind is TypeKind.Integer or TypeKind.Float or TypeKind.Number),
            "IN" => Presence.Of(areSure && Of(call.Arguments[1]).AreItemsSure && IsScalar(call.Arguments[0].Type)),
            "valueType" or TypeTests.Name => Presence.Sure,

            // A date that is made of another may need parts that the other does not have.
            "date" => Presence.Of(areSure && call.Arguments is [] or [{ Type.Kind: TypeKind.String or TypeKind.Date }]),
            _ when OfNumbers.Contains(name) => Presence.Of(areSure && IsNumber(call.Arguments[0].Type)),
            _ => Presence.Of(areSure && Total.Contains(name)),
        };
    }

    private Presence OfSum(BoundCall call, bool areSure)
    {
        var areItemsSure = call.Arguments.All(argument => argument.Type.Kind == TypeKind.List
            ? Of(argument).AreItemsSure
            : IsSure(argument));
        return new Presence(areSure, call.Type.Kind == TypeKind.List && areItemsSure);
    }

    /// <summary>Values of one kind are equal or not, and have an order unless they are nodes or edges; dates that are partial need not.</summary>
    private bool IsDecided(BoundComparison comparison) =>
        IsSure(comparison.Left) && IsSure(comparison.Right) && IsScalar(comparison.Left.Type) && IsScalar(comparison.Right.Type)
        && (comparison.Operator is Query.Syntax.ComparisonOperator.Equal or Query.Syntax.ComparisonOperator.NotEqual
            || (comparison.Left.Type == comparison.Right.Type && comparison.Left.Type.Kind is not (TypeKind.Node or TypeKind.Edge))
            || (IsNumber(comparison.Left.Type) && IsNumber(comparison.Right.Type)));

    private static bool IsScalar(StaticType type) =>
        IsNumber(type) || type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Node or TypeKind.Edge;

    private static bool IsNumber(StaticType type) => type.Kind is TypeKind.Integer or TypeKind.Float or TypeKind.Number;

    private Presence OfLet(BoundLet let)
    {
        variables.Set(let.Variable, Of(let.Value));
        return Of(let.Body);
    }

    /// <summary>A branch for a null that cannot be is never taken.</summary>
    private Presence OfCase(BoundCase @case) => @case.Else is null
        ? Presence.None
        : @case.Branches
            .Where(branch => branch.When is not BoundIsNull { IsNegated: false } test || !IsSure(test.Operand))
            .Select(branch => branch.Then)
            .Append(@case.Else)
            .Select(Of)
            .Aggregate((left, right) => left & right);
}
