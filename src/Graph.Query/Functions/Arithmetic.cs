using System.Runtime.CompilerServices;

namespace Graph.Query.Functions;

/// <summary>
/// Arithmetic over tagged values: integers of 64 bits that never wrap, floats by IEEE 754, and <c>+</c> on strings and lists.
/// Operands are not null.
/// </summary>
internal static class Arithmetic
{
    private const string Numbers = "numbers";

    public static Value Add(ExecutionState context, Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
            return Value.FromInteger(Add(left.AsInteger(), right.AsInteger()));

        if (left.IsNumber && right.IsNumber)
            return Value.FromFloat(left.AsNumber() + right.AsNumber());

        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
            return Value.FromList(Append(context, left, right));

        if (left.Kind == ValueKind.Duration || right.Kind == ValueKind.Duration)
            return left.Kind == ValueKind.String || right.Kind == ValueKind.String
                ? Value.FromString(Join(context, left, right))
                : TemporalArithmetic.Add(left, right);

        return Value.FromString(Join(context, left, right));
    }

    /// <summary>Two texts or two lists, one after the other.</summary>
    public static Value Concatenate(ExecutionState context, Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.String, ValueKind.String) or (ValueKind.List, ValueKind.List) => Add(context, left, right),
        (ValueKind.String or ValueKind.List, _) => throw RuntimeErrors.WrongOperand("||", "two strings or two lists", right),
        _ => throw RuntimeErrors.WrongOperand("||", "two strings or two lists", left),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Add(long left, long right)
    {
        var sum = unchecked(left + right);

        // The sum overflowed where its sign differs from the signs of both operands.
        return ((left ^ sum) & (right ^ sum)) < 0 ? throw RuntimeErrors.Overflow("+") : sum;
    }

    public static Value Subtract(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
            return Value.FromInteger(Subtract(left.AsInteger(), right.AsInteger()));

        return TemporalArithmetic.IsOperand(left) || right.Kind == ValueKind.Duration
            ? TemporalArithmetic.Subtract(left, right)
            : Value.FromFloat(Expect("-", left) - Expect("-", right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Subtract(long left, long right)
    {
        var difference = unchecked(left - right);
        return ((left ^ right) & (left ^ difference)) < 0 ? throw RuntimeErrors.Overflow("-") : difference;
    }

    public static Value Multiply(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
            return Value.FromInteger(Multiply(left.AsInteger(), right.AsInteger()));

        return left.Kind == ValueKind.Duration || right.Kind == ValueKind.Duration
            ? TemporalArithmetic.Multiply(left, right)
            : Value.FromFloat(Expect("*", left) * Expect("*", right));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Multiply(long left, long right)
    {
        var high = Math.BigMul(left, right, out var low);
        return high == low >> 63 ? low : throw RuntimeErrors.Overflow("*");
    }

    public static Value Divide(Value left, Value right)
    {
        if (left.IsInteger && right.IsInteger)
            return Value.FromInteger(Divide(left.AsInteger(), right.AsInteger()));

        return left.Kind == ValueKind.Duration
            ? TemporalArithmetic.Divide(left, right)
            : Value.FromFloat(Expect("/", left) / Expect("/", right));
    }

    public static long Divide(long left, long right) => right switch
    {
        0 => throw RuntimeErrors.DivisionByZero(),
        -1 => Negate(left, "/"),
        _ => left / right,
    };

    public static Value Modulo(Value left, Value right) => left.IsInteger && right.IsInteger
        ? Value.FromInteger(Modulo(left.AsInteger(), right.AsInteger()))
        : Value.FromFloat(Expect("%", left) % Expect("%", right));

    public static long Modulo(long left, long right) => right switch
    {
        0 => throw RuntimeErrors.DivisionByZero(),

        // The processor traps on the smallest integer by -1.
        -1 => 0,
        _ => left % right,
    };

    public static Value Power(Value left, Value right) => Value.FromFloat(Math.Pow(Expect("^", left), Expect("^", right)));

    public static Value Negate(Value operand)
    {
        if (operand.Kind == ValueKind.Duration)
            return Value.FromDuration(TemporalArithmetic.Negate(operand.AsDuration()));

        return operand.IsInteger ? Value.FromInteger(Negate(operand.AsInteger())) : Value.FromFloat(-Expect("-", operand));
    }

    public static long Negate(long operand) => Negate(operand, "-");

    public static Value Identity(Value operand) =>
        operand.IsNumber ? operand : throw RuntimeErrors.WrongOperand("+", "a number", operand);

    private static long Negate(long integer, string operation) =>
        integer == long.MinValue ? throw RuntimeErrors.Overflow(operation) : -integer;

    private static double Expect(string sign, Value value) =>
        value.IsNumber ? value.AsNumber() : throw RuntimeErrors.WrongOperand(sign, Numbers, value);

    private static ListValue Append(ExecutionState context, Value left, Value right)
    {
        ReadOnlySpan<Value> first = left.Kind == ValueKind.List ? left.AsList().Span : [left];
        ReadOnlySpan<Value> second = right.Kind == ValueKind.List ? right.AsList().Span : [right];
        context.Budget.Require(Unsafe.SizeOf<Value>() * ((long)first.Length + second.Length));
        var items = new Value[first.Length + second.Length];
        first.CopyTo(items);
        second.CopyTo(items.AsSpan(first.Length));
        return new ListValue(items);
    }

    private static string Join(ExecutionState context, Value left, Value right)
    {
        if (left.Kind != ValueKind.String && right.Kind != ValueKind.String)
            throw RuntimeErrors.WrongOperand("+", "numbers, strings or lists", left.IsNumber ? right : left);

        var (first, second) = (AddableText(left), AddableText(right));
        context.Budget.Require(sizeof(char) * ((long)first.Length + second.Length));
        return first + second;
    }

    private static string AddableText(Value value) =>
        value.Kind == ValueKind.String || value.IsNumber || TemporalArithmetic.IsOperand(value)
            ? ScalarFunctions.ToText("+", value)
            : throw RuntimeErrors.WrongOperand("+", "a string, a number, a date or a time beside a string", value);
}
