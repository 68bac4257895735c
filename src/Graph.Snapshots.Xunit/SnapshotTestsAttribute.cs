using System.Reflection;
using DiffEngine;
using Xunit.Sdk;

namespace Graph.Snapshots.Xunit;

/// <summary>
/// On a test class or an assembly, as the package puts it: snapshots are named after the test that runs, also those that its helpers take,
/// and a difference opens in the diff tool at hand, except where a build server runs the tests or <c>DiffEngine_Disabled</c> is
/// <c>true</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class SnapshotTestsAttribute : BeforeAfterTestAttribute
{
    public override void Before(MethodInfo methodUnderTest) => SnapshotTest.Current =
        new SnapshotTest($"{GetName(methodUnderTest.ReflectedType!)}.{methodUnderTest.Name}")
        {
            Identity = $"{methodUnderTest.ReflectedType} {methodUnderTest}",
            HasCases = methodUnderTest.GetParameters().Length > 0,
            ShowDifference = ShowAsync,
        };

    public override void After(MethodInfo methodUnderTest) => SnapshotTest.Current = null;

    /// <summary>As Verify has it: <c>Outer.Inner</c> for a class within another, a generic one without its parameters.</summary>
    internal static string GetName(Type type) =>
        $"{(type.DeclaringType is { } outer ? $"{GetName(outer)}." : "")}{type.Name.Split('`')[0]}";

    private static Task ShowAsync(string received, string verified) => DiffRunner.LaunchForTextAsync(received, verified);
}
