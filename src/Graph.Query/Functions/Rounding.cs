using System.Globalization;

namespace Graph.Query.Functions;

/// <summary><c>round</c> to a number of decimals of the shortest decimal that the float is written as.</summary>
internal static class Rounding
{
    private const int MostDecimals = 28;

    private static readonly string[] Modes = ["UP", "DOWN", "CEILING", "FLOOR", "HALF_UP", "HALF_DOWN", "HALF_EVEN"];

    public static Value Round(ReadOnlySpan<Value> arguments)
    {
        var number = Expect(arguments[0], arguments[0].IsNumber).AsNumber();
        var decimals = Expect(arguments[1], arguments[1].IsInteger).AsInteger();
        var mode = arguments.Length > 2 ? Expect(arguments[2], arguments[2].Kind == ValueKind.String).AsString() : "HALF_UP";
        if (decimals < 0)
            throw RuntimeErrors.OutOfRange("The precision", "round");
        if (Array.IndexOf(Modes, mode.ToUpperInvariant()) < 0)
            throw RuntimeErrors.InvalidSetting("round", "The mode", mode, string.Join(", ", Modes));

        // A float that is no such decimal has no more digits than are asked for.
        if (decimals > MostDecimals || !TryRead(number, out var exact))
            return Value.FromFloat(number);
        return Value.FromFloat((double)Round(exact, (int)decimals, mode.ToUpperInvariant()));
    }

    private static bool TryRead(double number, out decimal exact) => decimal.TryParse(
        number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out exact);

    private static decimal Round(decimal number, int decimals, string mode) => mode switch
    {
        "UP" => number < 0
            ? decimal.Round(number, decimals, MidpointRounding.ToNegativeInfinity)
            : decimal.Round(number, decimals, MidpointRounding.ToPositiveInfinity),
        "DOWN" => decimal.Round(number, decimals, MidpointRounding.ToZero),
        "CEILING" => decimal.Round(number, decimals, MidpointRounding.ToPositiveInfinity),
        "FLOOR" => decimal.Round(number, decimals, MidpointRounding.ToNegativeInfinity),
        "HALF_DOWN" => HalfDown(number, decimals),
        "HALF_EVEN" => decimal.Round(number, decimals, MidpointRounding.ToEven),
        _ => decimal.Round(number, decimals, MidpointRounding.AwayFromZero),
    };

    // The half goes towards zero, everything else to the nearest.
    private static decimal HalfDown(decimal number, int decimals)
    {
        var low = decimal.Round(number, decimals, MidpointRounding.ToZero);
        var high = decimal.Round(number, decimals, MidpointRounding.AwayFromZero);
        return decimal.Abs(number - low) <= decimal.Abs(high - number) ? low : high;
    }

    private static Value Expect(Value value, bool isRight) => isRight ? value : throw RuntimeErrors.InvalidArgument("round", value);
}
