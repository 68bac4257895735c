using System.Numerics;

namespace Graph.Oracle.Evaluation;

/// <summary>Integers and floats by their exact value.</summary>
internal static class Numbers
{
    public static bool IsNaN(Value value) => value.IsFloat && double.IsNaN(value.AsFloat());

    /// <summary>By value; NaN after everything, equal to itself.</summary>
    public static int Order(Value left, Value right)
    {
        if (IsNaN(left) || IsNaN(right))
            return IsNaN(left).CompareTo(IsNaN(right));
        if (left.IsInteger && right.IsInteger)
            return left.AsInteger().CompareTo(right.AsInteger());
        if (left.IsFloat && right.IsFloat)
            return left.AsFloat() < right.AsFloat() ? -1 : left.AsFloat() > right.AsFloat() ? 1 : 0;
        return left.IsInteger ? OrderMixed(left.AsInteger(), right.AsFloat()) : -OrderMixed(right.AsInteger(), left.AsFloat());
    }

    public static Value Add(Value left, Value right) => Compute(left, right, (a, b) => a + b, (a, b) => a + b);

    public static Value Subtract(Value left, Value right) => Compute(left, right, (a, b) => a - b, (a, b) => a - b);

    public static Value Multiply(Value left, Value right) => Compute(left, right, (a, b) => a * b, (a, b) => a * b);

    public static Value Divide(Value left, Value right) =>
        Compute(left, right, (a, b) => BigInteger.Divide(a, NotZero(b)), (a, b) => a / b);

    public static Value Modulo(Value left, Value right) =>
        Compute(left, right, (a, b) => BigInteger.Remainder(a, NotZero(b)), (a, b) => a % b);

    public static Value Power(Value left, Value right) => Value.FromFloat(Math.Pow(Expect(left).AsNumber(), Expect(right).AsNumber()));

    public static Value Negate(Value value) =>
        Expect(value).IsInteger ? Narrow(-(BigInteger)value.AsInteger()) : Value.FromFloat(-value.AsFloat());

    public static Value Absolute(Value value) =>
        Expect(value).IsInteger ? Narrow(BigInteger.Abs(value.AsInteger())) : Value.FromFloat(Math.Abs(value.AsFloat()));

    public static Value Expect(Value value) => value.IsNumber ? value : throw new ExpectedErrorException($"{value} is no number");

    /// <summary>The integer part, where it is one of the 64-bit integers.</summary>
    public static Value? Truncate(double number)
    {
        if (!double.IsFinite(number))
            return null;
        var integer = new BigInteger(Math.Truncate(number));
        return integer >= long.MinValue && integer <= long.MaxValue ? Value.FromInteger((long)integer) : null;
    }

    public static Value Narrow(BigInteger integer) => integer >= long.MinValue && integer <= long.MaxValue
        ? Value.FromInteger((long)integer)
        : throw new ExpectedErrorException("overflow");

    private static Value Compute(
        Value left, Value right, Func<BigInteger, BigInteger, BigInteger> exact, Func<double, double, double> real) =>
        Expect(left).IsInteger & Expect(right).IsInteger
            ? Narrow(exact(left.AsInteger(), right.AsInteger()))
            : Value.FromFloat(real(left.AsNumber(), right.AsNumber()));

    private static BigInteger NotZero(BigInteger divisor) =>
        divisor.IsZero ? throw new ExpectedErrorException("division by zero") : divisor;

    private static int OrderMixed(long integer, double number)
    {
        if (double.IsInfinity(number))
            return number > 0 ? -1 : 1;
        var floor = Math.Floor(number);
        var order = new BigInteger(integer).CompareTo(new BigInteger(floor));
        return order != 0 ? order : number > floor ? -1 : 0;
    }
}
