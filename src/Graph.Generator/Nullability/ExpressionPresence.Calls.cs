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
        "abs", "ceil", "ceiling", "floor", "round", "sign", "isNaN", "rand", "e", "pi", "exp", "log", "ln", "log10", "sqrt", "pow",
        "timestamp",
        "sin", "cos", "tan", "cot", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "coth", "degrees", "radians", "haversin",
        "left", "right", "lTrim", "rTrim", "trim", "btrim", "replace", "reverse", "substring", "toLower", "toUpper", "lower", "upper",
        "fold",
        "char_length", "character_length", "levenshtein", "similarity", "normalize", "IS NORMALIZED", "~=", "-", "*", "%", "^", "toString");

    /// <summary>The same, and they give lists of items that are there.</summary>
    private static readonly FrozenSet<string> TotalLists = Set(
        "labels", "keys", "nodes", "relationships", "range", "split", "sources", "mentions");

    /// <summary>The same, and they give lists of items of their argument.</summary>
    private static readonly FrozenSet<string> OfItems = Set("tail", "reverse", "toSet", "[..]");

    /// <summary>Truth values for texts.</summary>
    private static readonly FrozenSet<string> OfTexts = Set("STARTS WITH", "ENDS WITH", "CONTAINS", "=~");

    /// <summary>Truth values for dates.</summary>
    private static readonly FrozenSet<string> OfDates = Set("within", "overlaps");

    /// <summary>Conversions that cannot give null for numbers; a number that is too large for an integer is an error.</summary>
    private static readonly FrozenSet<string> OfNumbers = Set("toInteger", "toFloat", "toFloatOrNull");

    /// <summary>Conversions of each item of a list, with the kinds of items of which it fails for none.</summary>
    private static readonly FrozenDictionary<string, ImmutableArray<TypeKind>> OfEachItem = new Dictionary<string, ImmutableArray<TypeKind>>
    {
        ["toStringList"] =
        [
            TypeKind.String, TypeKind.Integer, TypeKind.Float, TypeKind.Number, TypeKind.Boolean, TypeKind.Date, TypeKind.LocalTime,
            TypeKind.Time,
            TypeKind.LocalDateTime, TypeKind.DateTime, TypeKind.Duration,
        ],
        ["toIntegerList"] = [TypeKind.Integer],
        ["toFloatList"] = [TypeKind.Integer, TypeKind.Float, TypeKind.Number],
        ["toBooleanList"] = [TypeKind.Boolean],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Components that every date has, however partial; an interval of several years has no year.</summary>
    private static readonly FrozenSet<string> DateComponents = Set("start", "end", "precision");

    /// <summary>Components that a day has beside these.</summary>
    private static readonly FrozenSet<string> DayComponents = Set("year", "month", "day");

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private Presence OfCall(BoundCall call)
    {
        ImmutableArray<Presence> arguments = [.. call.Arguments.Select(Of)];
        var areSure = arguments.All(argument => argument.IsSure);
        var first = arguments.FirstOrDefault(Presence.None);
        var name = call.Function.Name;
        if (TotalLists.Contains(name))
            return new Presence(areSure, true, IsFilled: name.Equals("nodes", StringComparison.OrdinalIgnoreCase));
        if (OfItems.Contains(name) && call.Type.Kind == TypeKind.List)
            return Presence.OfList(areSure, first.Item, first.IsFilled && name is not ("tail" or "[..]"));
        if (OfTexts.Contains(name))
            return Presence.Of(areSure && AreAll(call, TypeKind.String));
        if (OfDates.Contains(name))
            return Presence.Of(areSure && AreAll(call, TypeKind.Date));
        if (OfNumbers.Contains(name))
            return Presence.Of(areSure && IsNumber(call.Arguments[0].Type));
        if (OfEachItem.TryGetValue(name, out var kinds))
            return Presence.OfList(
                areSure, Presence.Of(first.Item.IsSure && kinds.Contains(TypeLattice.ElementOf(call.Arguments[0].Type).Kind)),
                first.IsFilled);
        return OfOther(call, arguments, areSure);
    }

    private static Presence OfOther(BoundCall call, ImmutableArray<Presence> arguments, bool areSure) =>
        call.Function.Name.ToUpperInvariant() switch
        {
            "COALESCE" => OfFirst(arguments),
            "+" or "||" => OfSum(call, arguments, areSure),
            "/" => Presence.Of(areSure && IsNumber(call.Type)),
            "IN" =>
                Presence.Of(
                    areSure
                        && arguments[1].AreItemsSure
                        && (IsScalar(call.Arguments[0].Type) || call.Arguments[0].Type.Kind == TypeKind.Date)),
            "VALUETYPE" or "EXISTS" => Presence.Sure,
            "HEAD" or "LAST" => arguments[0].Item with { IsSure = arguments[0].HasEnds },
            "[]" => OfItem(call, arguments[0]),
            "TOBOOLEAN" or "TOBOOLEANORNULL" => Presence.Of(areSure && AreAll(call, TypeKind.Boolean)),
            "TOINTEGERORNULL" => Presence.Of(areSure && AreAll(call, TypeKind.Integer)),

            // A date that is made of another may need parts that the other does not have.
            "DATE" => Presence.Of(areSure && call.Arguments is [] or [{ Type.Kind: TypeKind.String or TypeKind.Date }]),
            _ => Presence.Of(call.Function.Name == TypeTests.Name || (areSure && Total.Contains(call.Function.Name))),
        };

    private static bool AreAll(BoundCall call, TypeKind kind) => call.Arguments.All(argument => argument.Type.Kind == kind);

    /// <summary>The first or the last item of a list that has one.</summary>
    private static Presence OfItem(BoundCall call, Presence target) => target.Item with
    {
        IsSure = target.HasEnds && call.Arguments[1] is BoundConstant { Value: { IsInteger: true } at } && at.AsInteger() is 0 or -1,
    };

    /// <summary>One of the arguments up to the first that is always there.</summary>
    private static Presence OfFirst(ImmutableArray<Presence> arguments)
    {
        var last = arguments.TakeWhile(argument => !argument.IsSure).Count();
        return arguments.Take(last + 1).Aggregate((left, right) => left & right) with { IsSure = last < arguments.Length };
    }

    private static Presence OfSum(BoundCall call, ImmutableArray<Presence> arguments, bool areSure)
    {
        if (call.Type.Kind != TypeKind.List && !arguments.Any(argument => argument.IsList))
            return Presence.Of(areSure);

        var parts = call.Arguments.Zip(arguments, (argument, presence) => GetPart(argument.Type.Kind, presence)).ToList();
        return Presence.OfList(
            areSure, parts.Select(part => part.Item).Aggregate((left, right) => left & right), parts.Exists(part => part.IsFilled));
    }

    /// <summary>A list, or the list of an item; what may be either is a list of which nothing is known.</summary>
    private static Presence GetPart(TypeKind kind, Presence presence) => kind switch
    {
        TypeKind.List => presence,
        _ when presence.IsList => presence,
        TypeKind.Any => Presence.OfList(presence.IsSure, Presence.None),
        _ => Presence.OfList(presence.IsSure, presence, isFilled: true),
    };
}
