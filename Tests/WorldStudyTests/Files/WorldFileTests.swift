import LawFiles
import TariffLaw
import Testing
import WorldStudy

/// The files of agreements, escalations, deficit plans and promises.
@Suite struct WorldFileTests {
  @Test func everyShippedFileIsRead() throws {
    for id in try WorldLibrary.ids(.agreements) {
      #expect(try WorldLibrary.agreement(id, paths: false).id == id)
    }
    for id in try WorldLibrary.ids(.escalations) {
      #expect(try WorldLibrary.escalation(id, paths: false).id == id)
    }
    for id in try WorldLibrary.ids(.deficits) {
      let plan = try WorldLibrary.deficitPlan(id, paths: false)
      #expect(plan.id == id)
      for case .purchases(let name) in plan.instruments {
        #expect(try WorldLibrary.purchases(name, paths: false).id == name)
      }
    }
    #expect(try WorldLibrary.ids(.agreements) == ["tpp-11", "tpp-12"])
    #expect(try WorldLibrary.ids(.deficits) == ["us-cn-100bn", "us-cn-1bn"])
  }

  @Test func theAgreementOfElevenIsTheOneOfTwelveWithoutOneMember() throws {
    let twelve = try WorldLibrary.agreement("tpp-12", paths: false)
    let eleven = try WorldLibrary.agreement("tpp-11", paths: false)
    let left = Set(twelve.members).subtracting(eleven.members)
    #expect(left == [CountryCode("US")])
    for one in eleven.members {
      for other in eleven.members where one != other {
        #expect(twelve.isStanding(one, other) == eleven.isStanding(one, other), "\(one) \(other)")
      }
    }
  }

  private func problem(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no problem"
    } catch {
      return "\(error)"
    }
  }

  @Test func whatIsWrongIsNamedWithItsPlace() {
    let agreement = """
      id: x
      title: X
      members: [US, Narnia]
      rat: 0%
      citation: none
      leaves-out: much

      """
    let found = problem { _ = try WorldLibrary.agreement(agreement) }
    #expect(found.contains("'Narnia' is not a two-letter country code"))
    #expect(found.contains(":4:"))
    #expect(found.contains("did you mean 'rate'?"))
    let plan = """
      id: x
      title: X
      importer: US
      partner: CN
      target: -5
      instruments: [uniform-tarif, list=us-301-list-1]

      """
    let second = problem { _ = try WorldLibrary.deficitPlan(plan) }
    #expect(second.contains("give the cut in dollars a year"))
    #expect(second.contains("'uniform-tarif' is no instrument"))
    let rounds = "id: x\ntitle: X\nimporter: us\nrounds:\n  - {name: a, actions: [b@2018-13-01]}\n"
    let third = problem { _ = try WorldLibrary.escalation(rounds) }
    #expect(third.contains("'b@2018-13-01' has another shape than ACTION or ACTION@DAY"))
    let missing = problem { _ = try WorldLibrary.deficitPlan("no-plan", paths: false) }
    #expect(missing.contains("there is no deficit plan 'no-plan'"))
    #expect(missing.contains("us-cn-100bn"))
  }
}
