using System.Numerics;
using CsCheck;
using Graph.Query.Functions;

namespace Graph.Query.Tests.Functions;

/// <summary>Integer operators against unbounded integers: the exact result, or an overflow where it does not fit.</summary>
public sealed class ArithmeticTests
{
    private static readonly Gen<long> Integers = Gen.OneOf(
        Gen.Long,
        Gen.Long[-10, 10],
        Gen.OneOfConst(long.MinValue, long.MinValue + 1, long.MaxValue, long.MaxValue - 1));

    [Theory]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("%")]
    public void IntegersAreExactOrOverflow(string sign) => Gen.Select(Integers, Integers).Sample((left, right) =>
        Assert.Equal(ComputeExactly(sign, left, right), Compute(sign, Value.FromInteger(left), Value.FromInteger(right))));

    [Fact]
    public void AFloatAnywhereGivesAFloat() => Gen.Select(Gen.Double, Gen.Long).Sample((left, right) =>
    {
        Assert.Equal(ValueText.FormatFloat(left + right), Compute("+", Value.FromFloat(left), Value.FromInteger(right)));
        Assert.Equal(ValueText.FormatFloat(right / left), Compute("/", Value.FromInteger(right), Value.FromFloat(left)));
    });

    private static string Compute(string sign, Value left, Value right)
    {
        var context = new ExecutionState(
            new GraphBuilder().Build(), new Dictionary<string, Value>(), new SourceText(""),
            new QueryBudget(new QueryLimits(), CancellationToken.None), BufferSizes.Default);
        try
        {
            return FunctionRegistry.GetOperator(sign).Body(context, [left, right]).ToString();
        }
        catch (QueryException exception)
        {
            return exception.Diagnostic.Id;
        }
    }

    private static string ComputeExactly(string sign, BigInteger left, BigInteger right)
    {
        if (sign is "/" or "%" && right.IsZero)
            return "GR5002";

        var result = sign switch
        {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => BigInteger.Divide(left, right),
            _ => BigInteger.Remainder(left, right),
        };
        return result >= long.MinValue && result <= long.MaxValue ? result.ToString() : "GR5001";
    }
}
