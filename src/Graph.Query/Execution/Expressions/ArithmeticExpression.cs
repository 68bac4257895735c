using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>
/// <c>+ - * / % ^</c> over whole columns where both sides hold numbers of one kind, and <c>+</c> of strings; else row by row.
/// </summary>
internal sealed class ArithmeticExpression(
    string sign, CallExpression call, CompiledExpression left, CompiledExpression right, TextSpan span)
    : CompiledExpression(span)
{
    private static readonly ImmutableArray<string> Signs = ["+", "-", "*", "/", "%", "^"];

    public static bool Knows(string sign) => Signs.Contains(sign);

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var (leftColumn, rightColumn) = (left.Evaluate(state, batch), right.Evaluate(state, batch));
        if (leftColumn is ConstantColumn && rightColumn is ConstantColumn)
            return call.Apply(state, batch.Count, leftColumn, rightColumn);

        if (sign == "+" && leftColumn.AreTexts && rightColumn.AreTexts && Concatenate(state, batch, leftColumn, rightColumn) is { } texts)
            return texts;

        Column? computed = (leftColumn.NumberForm, rightColumn.NumberForm) switch
        {
            (NumberForm.Other, _) or (_, NumberForm.Other) => null,
            (NumberForm.Integers, NumberForm.Integers) when sign != "^" => ComputeIntegers(leftColumn, rightColumn, batch.Count),
            _ => ComputeFloats(leftColumn, rightColumn, batch.Count),
        };
        return computed ?? call.Apply(state, batch.Count, leftColumn, rightColumn);
    }

    private TextsColumn? Concatenate(ExecutionState state, Batch batch, Column leftColumn, Column rightColumn)
    {
        var texts = new TextBuffer(state, batch.Count);
        for (var row = 0; row < batch.Count; row++)
        {
            if (leftColumn.TryGetUtf8(row, out var leftText) && rightColumn.TryGetUtf8(row, out var rightText))
                texts.EndText(texts.Append(leftText) && texts.Append(rightText));
            else
                texts.EndText(isPresent: false);
        }

        return TextsColumn.TryCreate(texts, state.Share(this, () => new TextPool(state)));
    }

    /// <summary>Null where a result is the one integer that stands for null.</summary>
    private IntegersColumn? ComputeIntegers(Column leftColumn, Column rightColumn, int count)
    {
        var results = GC.AllocateUninitializedArray<long>(count);
        var rights = GC.AllocateUninitializedArray<long>(count);
        if (!leftColumn.TryGetIntegers(results) || !rightColumn.TryGetIntegers(rights))
            return null;

        var isWhole = sign switch
        {
            "+" => Apply<IntegerSum>(results, rights),
            "-" => Apply<IntegerDifference>(results, rights),
            "*" => Apply<IntegerProduct>(results, rights),
            "/" => Apply<IntegerQuotient>(results, rights),
            _ => Apply<IntegerRemainder>(results, rights),
        };
        return isWhole ? new IntegersColumn(results) : null;
    }

    private static bool Apply<T>(Span<long> lefts, ReadOnlySpan<long> rights)
        where T : IIntegerOperation
    {
        rights = rights[..lefts.Length];
        for (var row = 0; row < lefts.Length; row++)
        {
            if (lefts[row] == PropertyReader.NullCode || rights[row] == PropertyReader.NullCode)
            {
                lefts[row] = PropertyReader.NullCode;
                continue;
            }

            lefts[row] = T.Apply(lefts[row], rights[row]);
            if (lefts[row] == PropertyReader.NullCode)
                return false;
        }

        return true;
    }

    private FloatsColumn? ComputeFloats(Column leftColumn, Column rightColumn, int count)
    {
        var results = GC.AllocateUninitializedArray<double>(count);
        var rights = GC.AllocateUninitializedArray<double>(count);
        var (isPresent, isRightPresent) = (new bool[count], new bool[count]);
        if (!leftColumn.TryGetNumbers(results, isPresent) || !rightColumn.TryGetNumbers(rights, isRightPresent))
            return null;

        for (var row = 0; row < count; row++)
            isPresent[row] &= isRightPresent[row];
        switch (sign)
        {
            case "+":
                ApplyFloats<FloatSum>(results, rights);
                break;
            case "-":
                ApplyFloats<FloatDifference>(results, rights);
                break;
            case "*":
                ApplyFloats<FloatProduct>(results, rights);
                break;
            case "/":
                ApplyFloats<FloatQuotient>(results, rights);
                break;
            case "%":
                ApplyFloats<FloatRemainder>(results, rights);
                break;
            default:
                ApplyFloats<FloatPower>(results, rights);
                break;
        }

        return new FloatsColumn(results, isPresent);
    }

    private static void ApplyFloats<T>(Span<double> lefts, ReadOnlySpan<double> rights)
        where T : IFloatOperation
    {
        rights = rights[..lefts.Length];
        for (var row = 0; row < lefts.Length; row++)
            lefts[row] = T.Apply(lefts[row], rights[row]);
    }

    private interface IFloatOperation
    {
        static abstract double Apply(double left, double right);
    }

    private readonly struct FloatSum : IFloatOperation
    {
        public static double Apply(double left, double right) => left + right;
    }

    private readonly struct FloatDifference : IFloatOperation
    {
        public static double Apply(double left, double right) => left - right;
    }

    private readonly struct FloatProduct : IFloatOperation
    {
        public static double Apply(double left, double right) => left * right;
    }

    private readonly struct FloatQuotient : IFloatOperation
    {
        public static double Apply(double left, double right) => left / right;
    }

    private readonly struct FloatRemainder : IFloatOperation
    {
        public static double Apply(double left, double right) => left % right;
    }

    private readonly struct FloatPower : IFloatOperation
    {
        public static double Apply(double left, double right) => Math.Pow(left, right);
    }

    private interface IIntegerOperation
    {
        static abstract long Apply(long left, long right);
    }

    private readonly struct IntegerSum : IIntegerOperation
    {
        public static long Apply(long left, long right) => Arithmetic.Add(left, right);
    }

    private readonly struct IntegerDifference : IIntegerOperation
    {
        public static long Apply(long left, long right) => Arithmetic.Subtract(left, right);
    }

    private readonly struct IntegerProduct : IIntegerOperation
    {
        public static long Apply(long left, long right) => Arithmetic.Multiply(left, right);
    }

    private readonly struct IntegerQuotient : IIntegerOperation
    {
        public static long Apply(long left, long right) => Arithmetic.Divide(left, right);
    }

    private readonly struct IntegerRemainder : IIntegerOperation
    {
        public static long Apply(long left, long right) => Arithmetic.Modulo(left, right);
    }
}
