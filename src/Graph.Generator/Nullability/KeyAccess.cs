using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Generator.Nullability;

/// <summary>
/// A property of an element, an entry of a map or a component of a date: <c>n.name</c>, which may be written <c>n['name']</c> and
/// <c>properties(n).name</c> too.
/// </summary>
internal readonly record struct KeyAccess(BoundExpression Target, string Key)
{
    /// <summary>Between the keys of what is reached through another: no key has it.</summary>
    private const char Step = '\0';

    /// <summary>Null for any other expression.</summary>
    public static KeyAccess? Find(BoundExpression expression) => expression switch
    {
        BoundProperty property => new KeyAccess(GetOwner(property.Target), property.Key),
        BoundCall { Function.Name: "[]", Arguments: [var target, BoundConstant { Value: { Kind: ValueKind.String } key }] }
            when target.Type.Kind is TypeKind.Node or TypeKind.Edge or TypeKind.Map or TypeKind.Any =>
                new KeyAccess(GetOwner(target), key.AsString()),
        _ => null,
    };

    /// <summary>The variable, or what is reached from it by keys alone; null for any other expression.</summary>
    public static PresentValue? FindPlace(BoundExpression expression)
    {
        if (expression is BoundReference reference)
            return new PresentValue(reference.Variable, null);
        return Find(expression) is { } access && FindPlace(access.Target) is { } owner
            ? owner with { Key = owner.Key is null ? access.Key : $"{owner.Key}{Step}{access.Key}" }
            : null;
    }

    private static BoundExpression GetOwner(BoundExpression target) =>
        target is BoundCall { Arguments: [var element] } call && call.Function.Name.Equals("properties", StringComparison.OrdinalIgnoreCase)
            ? element
            : target;
}
