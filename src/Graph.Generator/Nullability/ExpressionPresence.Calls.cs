using System.Collections.Frozen;
using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Generator.Nullability;

/// <summary>What functions and operators give for arguments that are there.</summary>
internal sealed partial class ExpressionPresence
{
    /// <summary>A value, whatever the arguments are.</summary>
    private static readonly FrozenSet<string> Total = Set(
        "id", "elementId", "type", "startNode", "endNode", "length", "size", "properties", "isEmpty",
        "abs", "ceil", "ceiling", "floor", "round", "sign", "isNaN", "rand", "e", "pi", "exp", "log", "ln", "log10", "sqrt", "pow", "timestamp",
        "sin", "cos", "tan", "cot", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "coth", "degrees", "radians", "haversin",
        "left", "right", "lTrim", "rTrim", "trim", "btrim", "replace", "reverse", "substring", "toLower", "toUpper", "lower", "upper", "fold",
        "char_length", "character_length", "levenshtein", "similarity", "normalize", "IS NORMALIZED", "~=", "-", "*", "%", "^", "toString");

    /// <summary>The same, and they give lists of items that are there.</summary>
    private static readonly FrozenSet<string> TotalLists = Set("labels", "keys", "nodes", "relationships", "range", "split", "sources", "mentions");

    /// <summary>The same, and they give lists of items of their argument.</summary>
    private static readonly FrozenSet<string> OfItems = Set("tail", "reverse", "toSet", "[..]");

    /// <summary>Truth values for texts.</summary>
    private static readonly FrozenSet<string> OfTexts = Set("STARTS WITH", "ENDS WITH", "CONTAINS", "=~");

    /// <summary>Truth values for dates.</summary>
    private static readonly FrozenSet<string> OfDates = Set("within", "overlaps");

    /// <summary>Conversions that cannot give null for numbers; a number that is too large for an integer is an error.</summary>
    private static readonly FrozenSet<string> OfNumbers = Set("toInteger", "toFloat", "toFloatOrNull");

    /// <summary>Components that every date has, however partial; an interval of several years has no year.</summary>
    private static readonly FrozenSet<string> DateComponents = Set("start", "end", "precision");

    /// <summary>Components that a day has beside these.</summary>
    private static readonly FrozenSet<string> DayComponents = Set("year", "month", "day");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private Presence OfCall(BoundCall call)
    {
        ImmutableArray<Presence> arguments = [.. call.Arguments.Select(Of)];
        var areSure = arguments.All(argument => argument.IsSure);
        var first = arguments.FirstOrDefault();
        var name = call.Function.Name;
        if (TotalLists.Contains(name))
            return new Presence(areSure, true, IsFilled: name.Equals("nodes", StringComparison.OrdinalIgnoreCase));
        if (OfItems.Contains(name) && call.Type.Kind == TypeKind.List)
            return new Presence(areSure, first.AreItemsSure, first.IsFilled && name is not ("tail" or "[..]"));
        if (OfTexts.Contains(name))
            return Presence.Of(areSure && AreAll(call, TypeKind.String));
        if (OfDates.Contains(name))
            return Presence.Of(areSure && AreAll(call, TypeKind.Date));
        if (OfNumbers.Contains(name))
            return Presence.Of(areSure && IsNumber(call.Arguments[0].Type));
        return OfOther(call, arguments, areSure);
    }

    private static Presence OfOther(BoundCall call, ImmutableArray<Presence> arguments, bool areSure) => call.Function.Name.ToUpperInvariant() switch
    {
        "COALESCE" => OfFirst(arguments),
        "+" or "||" => OfSum(call, arguments, areSure),
        "/" => Presence.Of(areSure && IsNumber(call.Type)),
        "IN" => Presence.Of(areSure && arguments[1].AreItemsSure && (IsScalar(call.Arguments[0].Type) || call.Arguments[0].Type.Kind == TypeKind.Date)),
        "VALUETYPE" or "EXISTS" => Presence.Sure,
        "HEAD" or "LAST" => Presence.Of(arguments[0].HasEnds),
        "[]" => Presence.Of(arguments[0].HasEnds && call.Arguments[1] is BoundConstant { Value: { IsInteger: true } at } && at.AsInteger() is 0 or -1),
        "TOBOOLEAN" or "TOBOOLEANORNULL" => Presence.Of(areSure && AreAll(call, TypeKind.Boolean)),
        "TOINTEGERORNULL" => Presence.Of(areSure && AreAll(call, TypeKind.Integer)),

        // A date that is made of another may need parts that the other does not have.
        "DATE" => Presence.Of(areSure && call.Arguments is [] or [{ Type.Kind: TypeKind.String or TypeKind.Date }]),
        _ => Presence.Of(call.Function.Name == TypeTests.Name || (areSure && Total.Contains(call.Function.Name))),
    };

    private static bool AreAll(BoundCall call, TypeKind kind) => call.Arguments.All(argument => argument.Type.Kind == kind);

    /// <summary>One of the arguments up to the first that is always there; of the lists among them, nothing else is known.</summary>
    private static Presence OfFirst(ImmutableArray<Presence> arguments)
    {
        var last = arguments.TakeWhile(argument => !argument.IsSure).Count();
        var possible = arguments.Take(last + 1).ToList();
        return new Presence(
            last < arguments.Length, possible.TrueForAll(argument => argument.AreItemsSure), possible.TrueForAll(argument => argument.IsFilled));
    }

    private static Presence OfSum(BoundCall call, ImmutableArray<Presence> arguments, bool areSure)
    {
        var parts = call.Arguments.Zip(arguments, (argument, presence) => argument.Type.Kind == TypeKind.List
            ? presence
            : new Presence(presence.IsSure, presence.IsSure, IsFilled: true)).ToList();
        return call.Type.Kind == TypeKind.List
            ? new Presence(areSure, parts.TrueForAll(part => part.AreItemsSure), parts.Exists(part => part.IsFilled))
            : Presence.Of(areSure);
    }
}
